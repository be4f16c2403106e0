/** What another saved meanwhile beside what is being written, where they differ. Nothing is lost: a person says which holds. */
import type { ReactNode } from 'react';
import { useLanguage } from '../kit/language.tsx';

const words = {
  ko: {
    changed: (version: number) => `그사이 다른 사람이 ${version}판을 저장했습니다`,
    hint: '서로 다른 부분입니다. 쓰신 것은 그대로 남아 있습니다.',
    theirs: '저장된 판',
    yours: '내가 쓴 것',
    keepYours: '내 것을 다음 판으로 저장',
    takeTheirs: '저장된 판에서 이어 쓰기',
  },
  en: {
    changed: (version: number) => `Meanwhile somebody saved version ${version}`,
    hint: 'What differs, theirs and yours. Nothing of yours is lost.',
    theirs: 'Theirs',
    yours: 'Yours',
    keepYours: 'Save mine as the next version',
    takeTheirs: 'Go on from theirs',
  },
};

interface Difference {
  key: string;
  name: string;
  theirs: ReactNode;
  yours: ReactNode;
}

export function SavedMeanwhile({
  version,
  differences,
  hidesNames = false,
  children,
  keepYours,
  takeTheirs,
}: {
  version: number;
  differences: readonly Difference[];
  /** Where what differs names itself. */
  hidesNames?: boolean;
  children?: ReactNode;
  /** null while what is written cannot be saved. */
  keepYours: (() => void) | null;
  takeTheirs: () => void;
}) {
  const said = words[useLanguage().language];
  const named = hidesNames ? 'visually-hidden' : undefined;
  return (
    <section className="refusal other-version" role="alert">
      <h3>{said.changed(version)}</h3>
      <p>{said.hint}</p>
      {differences.length > 0 && (
        <dl className={hidesNames ? 'pair two-lists' : 'pair'}>
          <dt className={named} />
          <dd className="quiet">{said.theirs}</dd>
          <dd className="quiet">{said.yours}</dd>
          {differences.map(({ key, name, theirs, yours }) => [
            <dt key={key} className={named}>
              {name}
            </dt>,
            <dd key={`${key} theirs`}>{theirs}</dd>,
            <dd key={`${key} yours`}>{yours}</dd>,
          ])}
        </dl>
      )}
      {children}
      <p className="verdict">
        <button
          type="button"
          className="button"
          disabled={keepYours === null}
          onClick={keepYours ?? undefined}
        >
          {said.keepYours}
        </button>
        <button type="button" className="button" onClick={takeTheirs}>
          {said.takeTheirs}
        </button>
      </p>
    </section>
  );
}
