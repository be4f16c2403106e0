/** Every record, the likeliest first. None is ever hidden; a decision can be made or changed here too. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { RecordList } from '../../../src/scan/screening/model.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { TablePlace } from '../../kit/table-place.tsx';
import { ListParts } from '../list-parts.tsx';
import { decide, fetchScreened, LIST_PART, listQuery } from './api.ts';
import type { Verdict } from './use-screening.ts';
import { screenWords } from './words.ts';

type Listed = RecordList['records'][number];

export function RecordTable() {
  const words = screenWords[useLanguage().language];
  const study = useStudySlug();
  const [from, setFrom] = useState(0);
  const { data, error } = useQuery(listQuery(study, null, from));
  if (data === undefined) return error === null ? <Waiting /> : <RefusalNote error={error} />;
  return (
    <>
      <TablePlace name={words.views.list}>
        <table className="numbers records">
          <tbody>
            {data.records.map((record, at) => (
              <Row key={record.id} record={record} place={from + at + 1} />
            ))}
          </tbody>
        </table>
      </TablePlace>
      <ListParts from={from} part={LIST_PART} total={data.total} setFrom={setFrom} />
    </>
  );
}

function Row({ record, place }: { record: Listed; place: number }) {
  const words = screenWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async (decision: Verdict) => {
      const { screening } = await fetchScreened(study, record.id);
      const supersedes = screening.mine?.id ?? null;
      return decide(study, {
        ...{ id: newId(), record: record.id, decision, reason: null, note: '' },
        ...{ drawn: 'chosen', supersedes },
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['study', study, 'scan'] }),
  });
  return (
    <tr data-record={record.id}>
      <td className="quiet">{place}</td>
      <td dir="auto">
        {record.title ?? words.noTitle}{' '}
        <span className="quiet">{[record.journal, record.year].filter(Boolean).join(' · ')}</span>
        <RefusalNote error={change.error} />
      </td>
      <td>{words.outcomes[record.outcome]}</td>
      <td>
        <span className="switch">
          {(['include', 'exclude', 'unsure'] as const).map((verdict) => (
            <button
              key={verdict}
              type="button"
              data-selected={record.mine === verdict || undefined}
              aria-pressed={record.mine === verdict}
              onClick={() => change.mutate(verdict)}
            >
              {words.decisions[verdict]}
            </button>
          ))}
        </span>
      </td>
    </tr>
  );
}
