/** Where files from a reference manager are dropped; they are read one after the other. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { uploadFile } from '../api.ts';
import { sourcesWords } from './words.ts';

export function FilePlace() {
  const words = sourcesWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        setReading(file.name);
        await uploadFile(study, file);
        await queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
      }
    },
    onSettled: () => setReading(null),
  });
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    read.mutate([...event.dataTransfer.files]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way, the button inside the other */}
      <div
        className="file-place"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p>
          {words.filesHint}{' '}
          <button
            type="button"
            className="button"
            disabled={read.isPending}
            onClick={() => chooser.current?.click()}
          >
            {words.choose}
          </button>
        </p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            read.mutate([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        {reading !== null && <p role="status">{words.reading(reading)}</p>}
      </div>
      <RefusalNote error={read.error} />
    </>
  );
}
