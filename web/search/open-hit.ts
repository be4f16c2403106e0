/** Where a hit stands in the workbench. */
import type { MemoSubject } from '../../src/code/model.ts';
import type { SearchHit } from '../../src/code/search-model.ts';
import { QuestionId } from '../../src/study/ids.ts';
import { stagePaths } from '../kit/frame/stages.ts';
import { fetchCoding } from './api.ts';

const READING = '/studies/$study/collect/$participant';

/** What the router is given; `study` names the study. */
export async function placeOfHit(study: string, hit: SearchHit) {
  switch (hit.kind) {
    case 'answers':
      return answerPlace(study, hit.participant, hit.question);
    case 'codes':
      return { to: stagePaths.code, params: { study }, hash: `code-${hit.code}` } as const;
    case 'memos':
      return placeOfSubject(study, hit.subject);
  }
}

async function placeOfSubject(study: string, { kind, id }: MemoSubject) {
  switch (kind) {
    case 'answer': {
      const [participant = '', question = ''] = id.split('/');
      return answerPlace(study, participant, question);
    }
    case 'participant':
      return answerPlace(study, id);
    case 'coding': {
      const { participant, question } = await fetchCoding(study, id);
      return answerPlace(study, participant, question);
    }
    case 'question': {
      const filter = [{ field: 'answered' as const, question: QuestionId.parse(id) }];
      return { to: stagePaths.collect, params: { study }, search: { filter } } as const;
    }
    case 'code':
      return { to: stagePaths.code, params: { study }, hash: `code-${id}` } as const;
    case 'theme':
      return { to: stagePaths.synthesise, params: { study }, hash: `theme-${id}` } as const;
    case 'study':
    case 'pass':
      return { to: stagePaths.overview, params: { study } } as const;
  }
}

function answerPlace(study: string, participant: string, question?: string) {
  return { to: READING, params: { study, participant }, hash: question } as const;
}
