/** What surrounds every page of a study: the rail of stages, the study's name, the drawer of evidence. */
import './frame.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { EvidenceDrawer } from '../evidence/evidence-drawer.tsx';
import { useLanguage } from '../language.tsx';
import { useLiveUpdates } from '../live.ts';
import { useMeInStudy } from '../me.ts';
import { meQuery } from '../queries.ts';
import { useSessionIsOver } from '../session.ts';
import { useStudy, useStudySlug } from '../study.ts';
import { useFrameKeys } from './keys.ts';
import { PhoneBar } from './phone-bar.tsx';
import { Rail } from './rail.tsx';
import { StageTabs } from './stage-tabs.tsx';
import { TopBar } from './top-bar.tsx';
import { useCurrentStage } from './use-current-stage.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const SessionOverSheet = lazy(() => import('../../sign-in/session-over-sheet.tsx'));
const HelpSheet = lazy(() => import('./help-sheet.tsx'));

export type Overlay = 'commands' | 'keys' | null;

export function Frame() {
  const { words, of } = useLanguage();
  const { study } = useStudy();
  const [overlay, setOverlay] = useState<Overlay>(null);
  useFrameKeys(setOverlay);
  useLiveUpdates(useStudySlug());
  useLeftoverWork();
  const sessionIsOver = useSessionIsOver();
  const stage = useCurrentStage();
  const title = [...(stage ? [words.stages[stage]] : []), of(study.title), 'Firsthand'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="frame" data-synthetic={study.synthetic || undefined}>
      <a className="skip" href="#page">
        {words.frame.skip}
      </a>
      {study.synthetic && <p className="synthetic">{words.frame.synthetic}</p>}
      <Rail />
      <TopBar open={setOverlay} />
      <main id="page" className="page" tabIndex={-1}>
        {stage && <StageTabs stage={stage} />}
        <Outlet />
      </main>
      <EvidenceDrawer />
      <PhoneBar open={setOverlay} />
      <Suspense fallback={null}>
        {overlay === 'commands' && <CommandPalette close={() => setOverlay(null)} />}
        {sessionIsOver && <SessionOverSheet />}
        {overlay === 'keys' && <HelpSheet close={() => setOverlay(null)} />}
      </Suspense>
    </div>
  );
}

/** What a coder did before the connection was lost is sent from whatever page they come back to. */
function useLeftoverWork(): void {
  const study = useStudySlug();
  const { coder } = useMeInStudy();
  const { account } = useSuspenseQuery(meQuery).data;
  useEffect(() => {
    if (coder === null) return;
    void import('../../code/sync/desk.ts').then(({ deskOf }) => deskOf({ account, study, coder }));
  }, [account, study, coder]);
}
