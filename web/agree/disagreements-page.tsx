/** Where coders of a closed pass differ, and what holds: the consensus is started here and decided one by one. */
import './agree.css';
import '../kit/field.css';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { v7 as newId } from 'uuid';
import type { WorkingPass } from '../../src/code/model.ts';
import { stagePaths } from '../kit/frame/stages.ts';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { Empty } from '../kit/page.tsx';
import { passName } from '../kit/pass-name.ts';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudy, useStudySlug } from '../kit/study.ts';
import { passesQuery } from '../kit/team-queries.ts';
import { startPass } from './api.ts';
import { DisagreementQueueView } from './disagreement-queue.tsx';
import { PassChoice } from './pass-choice.tsx';
import { settleable, type ToSettle, toSettle } from './to-settle.ts';
import { agreeWords } from './words.ts';

export function DisagreementsPage() {
  const { language } = useLanguage();
  const study = useStudySlug();
  const { data } = useSuspenseQuery(passesQuery(study));
  const { pass } = useSearch({ from: '/studies/$study/agree/disagreements' });
  const navigate = useNavigate({ from: '/studies/$study/agree/disagreements' });
  const words = agreeWords[language].disagreements;
  const passes = data.map((one) => one.pass);
  const now = toSettle(passes, pass);
  const choices = settleable(passes);
  return (
    <div className="workspace">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      {now.state !== 'nothing' && choices.length > 1 && (
        <PassChoice
          passes={data.filter((one) => choices.includes(one.pass))}
          chosen={now.source.id}
          onChoose={(chosen) => void navigate({ search: (search) => ({ ...search, pass: chosen }) })}
        />
      )}
      <Settling now={now} />
    </div>
  );
}

function Settling({ now }: { now: ToSettle }) {
  const { language } = useLanguage();
  const { role } = useMeInStudy();
  const words = agreeWords[language].disagreements;
  switch (now.state) {
    case 'nothing':
      return <Empty say={words.noPass} hint={words.noPassHint} />;
    case 'still open':
      return <Empty say={words.stillOpen} hint={words.stillOpenHint} />;
    case 'came settled':
      return (
        <Empty say={words.cameSettled} hint={words.cameSettledHint}>
          <ToAgreement />
        </Empty>
      );
    case 'not started':
      return role === 'lead' ? (
        <StartConsensus source={now.source} />
      ) : (
        <Empty say={words.notStarted} hint={words.notStartedCoder} />
      );
    case 'settling':
      return <DisagreementQueueView key={now.consensus.id} consensus={now.consensus} />;
  }
}

function ToAgreement() {
  const { language } = useLanguage();
  return (
    <Link className="button" to={stagePaths.agree} params={{ study: useStudySlug() }}>
      {agreeWords[language].disagreements.toAgreement}
    </Link>
  );
}

function StartConsensus({ source }: { source: WorkingPass }) {
  const { language } = useLanguage();
  const study = useStudySlug();
  const { codebook } = useStudy();
  const queries = useQueryClient();
  const words = agreeWords[language].disagreements;
  // One id however often it is pressed, so that a lost reply starts no second consensus.
  const id = useRef(newId());
  const start = useMutation({
    mutationFn: () =>
      startPass(study, {
        id: id.current,
        kind: 'consensus',
        label: words.consensusOf(passName(source, language)),
        codebookVersion: codebook.version,
        source: source.id,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: passesQuery(study).queryKey }),
  });
  return (
    <Empty say={words.notStarted} hint={words.notStartedLead}>
      <RefusalNote error={start.error} />
      <Button className="button main" isDisabled={start.isPending} onPress={() => start.mutate()}>
        {words.start}
      </Button>
    </Empty>
  );
}
