import { describe, expect, it } from 'vitest';
import { codebookProblem } from '../../../src/code/codebook-rules.ts';
import { CodeId } from '../../../src/study/ids.ts';
import { type Code, Codebook, Code as CodeSchema } from '../../../src/study/model.ts';
import { studyOf } from '../../../src/study/testing.ts';
import { draftOf, merge, rebased, retire, split, suggestedId, takeBack, withCode } from './draft.ts';

const code = (id: string, more: object = {}): Code =>
  CodeSchema.parse({ id, label: { ko: id }, definition: { ko: id }, origin: 'prior', ...more });
const id = (value: string) => CodeId.parse(value);
const book = Codebook.parse({ version: 3, codes: [code('LH01'), code('LH02'), code('CR01')] });
const { study } = studyOf({ people: [{ agreed: { q1: 'LH01' } }] });

const publishable = (draft: ReturnType<typeof draftOf>) =>
  codebookProblem(study, book, { version: 4, codes: draft.codes }, draft.changes);

describe('edits of the codebook', () => {
  const draft = draftOf(book);
  it.each([
    ['a retired code', retire(draft, id('LH01'))],
    ['a code merged into another', merge(draft, id('LH01'), id('LH02'))],
    ['a code split into two', split(draft, id('LH01'), [code('LH03'), code('LH04')])],
    ['a new code', withCode(draft, code('LH03', { origin: 'emergent', source: 'P001' }))],
  ])('make a version that may be published: %s', (_, edited) => {
    expect(publishable(edited)).toBeNull();
  });

  it('are taken back whole: what was split stands again, and its parts are gone', () => {
    const edited = split(draft, id('LH01'), [code('LH03')]);
    expect(takeBack(edited, book, id('LH03'))).toEqual(draft);
    expect(takeBack(withCode(draft, code('LH02', { label: { ko: '다른 이름' } })), book, id('LH02'))).toEqual(
      draft,
    );
    expect(takeBack(merge(draft, id('LH01'), id('LH02')), book, id('LH01'))).toEqual(draft);
  });

  it('offer the next free id of a domain', () => {
    const codes = [code('LH01', { domain: 'limit' }), code('LH09', { domain: 'limit' }), code('CR01')];
    expect(suggestedId(codes, 'limit')).toBe('LH10');
    expect(suggestedId([...codes, code('LH10')], 'limit')).toBe('LH11');
    expect(suggestedId([], 'limit')).toBe('NEW01');
  });
});

describe('edits on a version that was published meanwhile', () => {
  const mine = withCode(withCode(draftOf(book), code('LH01', { label: { ko: '나' } })), code('LH03'));
  const theirs = {
    version: 4,
    codes: [code('LH01'), code('LH02', { retired: true }), code('CR01'), code('CR02')],
  };

  it('stand beside those of others', () => {
    const { draft, both } = rebased(mine, book, theirs);
    expect(both).toEqual([]);
    expect(draft.basedOn).toBe(4);
    expect(draft.codes.map((one) => [one.id, one.label.ko, one.retired])).toEqual([
      ['LH01', '나', undefined],
      ['LH02', 'LH02', true],
      ['CR01', 'CR01', undefined],
      ['CR02', 'CR02', undefined],
      ['LH03', 'LH03', undefined],
    ]);
  });
  it('name the code that both changed', () => {
    const other = { version: 4, codes: [code('LH01', { label: { ko: '너' } }), code('LH02'), code('CR01')] };
    expect(rebased(mine, book, other).both).toEqual(['LH01']);
  });
  it('leave out the end of a code that has ended already', () => {
    expect(rebased(retire(draftOf(book), id('LH02')), book, theirs).draft.changes).toEqual([]);
  });
});
