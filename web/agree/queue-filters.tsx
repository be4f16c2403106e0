/** Which disagreements are gone through: of one code, of one question, open or decided. */
import { useId } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import type { QueueFilter } from './api.ts';
import { agreeWords } from './words.ts';

const states = ['open', 'decided', 'all'] as const;

interface QueueFiltersProps {
  filter: QueueFilter;
  onChange: (filter: QueueFilter) => void;
}

export function QueueFilters({ filter, onChange }: QueueFiltersProps) {
  const { language } = useLanguage();
  const names = useNames();
  const { study, codebook } = useStudy();
  const words = agreeWords[language].disagreements;
  return (
    <div className="queue-filters">
      <ToggleButtonGroup
        className="switch"
        aria-label={words.filter.state}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.state]}
        onSelectionChange={(keys) =>
          onChange({ ...filter, state: states.find((state) => keys.has(state)) ?? 'open' })
        }
      >
        {states.map((state) => (
          <ToggleButton key={state} id={state}>
            {words.states[state]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Choice
        label={words.filter.code}
        all={words.filter.all}
        value={filter.code}
        options={codebook.codes.map(({ id }) => ({ id, name: names.code(id) }))}
        onChoose={(code) => onChange({ ...filter, code })}
      />
      <Choice
        label={words.filter.question}
        all={words.filter.all}
        value={filter.question}
        options={study.questions.map(({ id }) => ({ id, name: names.question(id) }))}
        onChoose={(question) => onChange({ ...filter, question })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  /** Names the choice of nothing in particular. */
  all: string;
  value: string | undefined;
  options: readonly { id: string; name: string }[];
  onChoose: (id: string | undefined) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <p className="labelled-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="choice"
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </p>
  );
}
