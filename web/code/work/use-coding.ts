/** What a coder does on one answer: gives codes, values them, takes them back. Every act is told to assistive technology. */
import { useState } from 'react';
import type { Reading } from '../../../src/code/answers-model.ts';
import type { WorkingPass } from '../../../src/code/model.ts';
import { type AnswerKey, answerKey, type CodeId, type CodingId } from '../../../src/study/ids.ts';
import type { Coding, Polarity } from '../../../src/study/model.ts';
import type { Units } from '../../../src/text/graphemes.ts';
import type { TextIndex } from '../../../src/text/text-index.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudySlug } from '../../kit/study.ts';
import type { DeskCoding } from '../sync/outbox.ts';
import type { Desk } from '../sync/use-desk.ts';
import { rememberRecent } from './recent-codes.ts';
import type { WorkNow } from './use-work.ts';
import { workWords } from './words.ts';

export interface CodingActs {
  /** The coding that polarity, memo and taking back go to. */
  current: DeskCoding | undefined;
  focus: (coding: CodingId | null) => void;
  give: (code: CodeId, units: Units | null, origin?: Coding['origin']) => void;
  value: (polarity: Polarity) => void;
  /** @returns the coding that now has the focus */
  takeBack: () => CodingId | null;
  undo: () => void;
  redo: () => void;
  finish: (finished: boolean) => void;
  /** Said last, for a live region. */
  told: string;
  tell: (words: string) => void;
}

interface Parts {
  pass: WorkingPass;
  desk: Desk;
  work: WorkNow;
  participant: Reading['participant'];
  answer: Reading['answers'][number];
  index: TextIndex;
  /** The caller's own living codings of this answer in this pass, in the order of the text. */
  mine: readonly DeskCoding[];
  nameOf: (code: string) => string;
}

export function useCoding({ pass, desk, work, participant, answer, index, mine, nameOf }: Parts): CodingActs {
  const words = workWords[useLanguage().language];
  const study = useStudySlug();
  const [focused, setFocused] = useState<CodingId | null>(null);
  const [told, tell] = useState('');
  const current = mine.find(({ id }) => id === focused);
  const { question, wave, textHash } = answer;
  const key = answerKey({ participant, question, wave });

  const turn = (answerOf: AnswerKey | null, say: string) => {
    tell(answerOf === null ? words.nothingToUndo : say);
    if (answerOf !== null && answerOf !== key) work.go(answerOf);
  };

  return {
    current,
    focus: setFocused,
    told,
    tell,
    give(code, units, origin = 'person') {
      const span = units && {
        start: index.fromUtf16(units.start),
        end: index.fromUtf16(units.end),
        quote: index.text.slice(units.start, units.end),
      };
      const same = mine.find(
        (one) => one.code === code && one.span?.start === span?.start && one.span?.end === span?.end,
      );
      rememberRecent(study, pass.id, code);
      if (same !== undefined) {
        setFocused(same.id);
        tell(words.codedBefore(nameOf(code)));
        return;
      }
      const { codebookVersion } = pass;
      const content = {
        participant,
        question,
        wave,
        code,
        span,
        textHash,
        codebookVersion,
        origin,
        polarity: null,
      };
      setFocused(desk.code(content, null));
      work.markDone(key, true);
      tell(words.coded(nameOf(code)));
    },
    value(polarity) {
      if (current === undefined) {
        tell(words.noFocus);
        return;
      }
      const wanted = current.polarity === polarity ? null : polarity;
      const { code, span, origin } = current;
      const { codebookVersion } = pass;
      const content = {
        participant,
        question,
        wave,
        code,
        span,
        textHash,
        codebookVersion,
        origin,
        polarity: wanted,
      };
      setFocused(desk.code(content, current));
      tell(words.valued(nameOf(code), wanted === null ? words.noPolarity : words.polarities[wanted]));
    },
    takeBack() {
      if (current === undefined) {
        tell(words.noFocus);
        return null;
      }
      const at = mine.indexOf(current);
      const next = (mine[at + 1] ?? mine[at - 1])?.id ?? null;
      desk.end(current, textHash);
      if (mine.length === 1) work.markDone(key, false);
      setFocused(next);
      tell(words.tookBack(nameOf(current.code)));
      return next;
    },
    undo: () => turn(desk.undo(), words.undone),
    redo: () => turn(desk.redo(), words.redone),
    finish(finished) {
      desk.finish({ participant, question, wave, finished });
      work.markDone(key, finished || mine.length > 0);
    },
  };
}
