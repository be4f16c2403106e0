/** The audit trail over HTTP, and the study as files. */
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { auditEntry, chain, verifyChain } from '../access/audit.ts';
import { auditCsv } from '../access/audit-csv.ts';
import { AuditEntry } from '../access/model.ts';
import { studyRoute } from '../access/route.ts';
import { studyFiles } from '../collect/write-study-folder.ts';
import { loadSnapshot } from '../store/snapshots.ts';
import { viewerOf } from './at-work.ts';
import { blindNow } from './refusals.ts';
import { verifyCodings } from './verify-codings.ts';
import { isBlind, sightOf } from './visible-codings.ts';

const audit = studyRoute({
  method: 'get',
  path: '/api/studies/:study/audit',
  summary: 'Who did what when in the study, as JSON or as a table',
  mayCall: ['lead'],
  query: z.strictObject({ format: z.enum(['json', 'csv']).default('json') }),
  gives: z.array(AuditEntry),
  async handle(request) {
    const { store, study, query } = request;
    // Who coded which answer how often is part of what a lead who codes must not know yet.
    if (isBlind(await sightOf(store, viewerOf(request)))) throw blindNow();
    if (query.format === 'csv') {
      return {
        status: 200,
        contentType: 'text/csv; charset=utf-8',
        headers: { 'content-disposition': 'attachment; filename="audit.csv"' },
        body: await auditCsv(store, study.studyId),
      };
    }
    const entries: AuditEntry[] = [];
    for await (const row of chain(store, study.studyId)) entries.push(auditEntry(row));
    return { status: 200, body: entries };
  },
});

const AuditVerdict = z.strictObject({
  whole: z.boolean(),
  entries: z.int(),
  brokenAt: z.int().nullable(),
  why: z.string().nullable(),
  lastHash: z
    .string()
    .nullable()
    .describe('kept elsewhere, it shows later that nothing was cut off or begun anew'),
  codings: z.strictObject({ checked: z.int(), differing: z.array(z.string()) }),
});

const verify = studyRoute({
  method: 'get',
  path: '/api/studies/:study/audit/verify',
  summary: 'Whether the audit trail is whole and the codings are those of which it speaks',
  mayCall: ['lead'],
  gives: AuditVerdict,
  async handle({ store, study }) {
    const verdict = await verifyChain(store, study.studyId);
    const codings = await verifyCodings(store, study.studyId);
    const broken = verdict.whole ? { brokenAt: null, why: null } : { ...verdict, lastHash: null };
    return { status: 200, body: { lastHash: null, ...verdict, ...broken, codings } };
  },
});

const studyZip = studyRoute({
  method: 'get',
  path: '/api/studies/:study/export/study.zip',
  summary: 'The study as a folder of files, zipped; reading it back gives the same study',
  mayCall: ['lead'],
  async handle(request) {
    const { store, study } = request;
    if (isBlind(await sightOf(store, viewerOf(request)))) throw blindNow();
    const snapshot = await loadSnapshot(store, study.studyId);
    const files = [...studyFiles(snapshot)].map(
      ([name, content]) =>
        [name, strToU8(typeof content === 'string' ? content : [...content].join(''))] as const,
    );
    // A fixed time, so that equal studies are equal bytes.
    const bytes = zipSync(Object.fromEntries(files), { mtime: new Date('2000-01-01T00:00:00Z') });
    return {
      status: 200,
      contentType: 'application/zip',
      headers: { 'content-disposition': `attachment; filename="${snapshot.study.id}.zip"` },
      stream: new Blob([bytes]).stream(),
    };
  },
});

export const trailRoutes = [audit, verify, studyZip];
