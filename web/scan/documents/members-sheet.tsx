/** The source records of a document side by side; one that is another document is taken out, and back in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Document } from '../../../src/scan/documents/model.ts';
import type { MemberInFull } from '../../../src/scan/model.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { TablePlace } from '../../kit/table-place.tsx';
import { duplicatesWords } from '../duplicates/words.ts';
import { joinAgain, membersQuery, part } from './api.ts';
import { contradicts, fields, said } from './fields.ts';
import { documentsWords } from './words.ts';

/** Rem; a phone shows two beside their fields' names. */
const LEAST_COLUMN = 8.25;

export function MembersSheet({
  document,
  changed,
  close,
}: {
  document: Document;
  changed?: (() => void) | undefined;
  close: () => void;
}) {
  const words = documentsWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const { data: members, error } = useQuery(membersQuery(study, document.id));
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
    changed?.();
  };
  const joining = useMutation({ mutationFn: (pair: string) => joinAgain(study, pair), onSuccess });
  const parting = useMutation({
    mutationFn: (member: string) => part(study, document.id, member),
    onMutate: () => joining.reset(),
    onSuccess,
  });
  const isBusy = parting.isPending || joining.isPending;
  const parted = joining.isSuccess ? undefined : parting.data?.pair;
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone or says something else by now.
  useEffect(() => {
    if (parted !== undefined) place.current?.querySelector<HTMLElement>('[data-undo]')?.focus();
    else if (joining.isSuccess) place.current?.focus();
  }, [parted, joining.isSuccess]);
  const undo = () => {
    if (parted !== undefined && !isBusy) joining.mutate(parted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyZ' || event.repeat || event.nativeEvent.isComposing) return;
    if (!event.altKey) undo();
  };
  return (
    <Sheet title={words.title} close={close}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Z takes back wherever the focus is in the sheet */}
      <div ref={place} className="members" tabIndex={-1} onKeyDown={onKeyDown}>
        <p className="quiet">{words.hint}</p>
        <RefusalNote error={error ?? parting.error ?? joining.error} />
        {members === undefined && error === null && <Waiting />}
        {members && (
          <Members
            document={document}
            members={members}
            takeOut={isBusy ? null : (member) => parting.mutate(member)}
          />
        )}
        <p className="verdict" role="status">
          {parted !== undefined && (
            <>
              <strong>{words.parted}</strong>
              <button type="button" className="button" data-undo onClick={undo}>
                {words.back} <kbd>Z</kbd>
              </button>
              <span className="quiet">{words.later}</span>
            </>
          )}
          {joining.isSuccess && <strong>{words.rejoined}</strong>}
        </p>
      </div>
    </Sheet>
  );
}

function Members({
  document,
  members,
  takeOut,
}: {
  document: Document;
  members: readonly MemberInFull[];
  /** Null while something is being kept. */
  takeOut: ((member: string) => void) | null;
}) {
  const { language } = useLanguage();
  const words = documentsWords[language];
  const names = duplicatesWords[language];
  return (
    <TablePlace name={words.title}>
      <table className="side-by-side" style={{ minWidth: `${5 + LEAST_COLUMN * members.length}rem` }}>
        <colgroup>
          <col className="fields" />
        </colgroup>
        <thead>
          <tr>
            <td />
            {members.map(({ id, by }, at) => (
              <th key={id} scope="col">
                {words.nth(String(at + 1))} <span className="quiet">{words.by[by]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{names.fields[field]}</th>
              {members.map(({ id, document: one }) => {
                const text = said(one, field, words.file);
                const differs = field !== 'sources' && contradicts(text, said(document, field, words.file));
                return (
                  <td key={id} data-differs={differs || undefined} lang={one.language ?? undefined}>
                    {text === '' ? <span className="quiet">{names.missing}</span> : text}
                    {differs && <span className="visually-hidden"> ({words.differs})</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {members.map(({ id }, at) => (
              <td key={id}>
                {members.length > 1 ? (
                  <button
                    type="button"
                    className="button"
                    aria-label={`${words.nth(String(at + 1))}: ${words.part}`}
                    disabled={takeOut === null}
                    onClick={() => takeOut?.(id)}
                  >
                    {words.part}
                  </button>
                ) : (
                  <span className="quiet">{words.alone}</span>
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TablePlace>
  );
}
