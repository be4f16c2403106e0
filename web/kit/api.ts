/** The server's answers, fetched and parsed at this edge; inside the client they are trusted. */
import { z } from 'zod';
import { Me } from '../../src/access/model.ts';
import { Analysis, Evidence } from '../../src/report/model.ts';
import { type Language, Localised } from '../../src/study/localised.ts';
import { Codebook, Priority, Study, Theme } from '../../src/study/model.ts';
import { studyAddress as address, get } from './http.ts';

const StudyListing = z.object({
  slug: z.string(),
  title: Localised,
  synthetic: z.boolean(),
});
export type StudyListing = z.infer<typeof StudyListing>;

const StudyOutline = z.object({
  study: Study,
  codebook: Codebook,
  themes: z.array(Theme),
  priorities: z.array(Priority),
});
export type StudyOutline = z.infer<typeof StudyOutline>;

export const fetchMe = () => get('/api/me', Me);
export const fetchStudies = () => get('/api/studies', z.array(StudyListing));
export const fetchStudy = (study: string) => get(address(study), StudyOutline);
export const fetchAnalysis = (study: string) => get(`${address(study)}/analysis`, Analysis);

export const fetchEvidence = (study: string, key: string) =>
  get(`${address(study)}/evidence?ref=${encodeURIComponent(key)}`, Evidence);

export const reportAddress = (study: string, language: Language) => `${address(study)}/report/${language}`;
export const analysisFileAddress = (study: string) => `${address(study)}/export/analysis.json`;
export const studyFileAddress = (study: string) => `${address(study)}/export/study.zip`;
export const auditFileAddress = (study: string) => `${address(study)}/audit?format=csv`;
