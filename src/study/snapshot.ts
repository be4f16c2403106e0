/** The waist of the house: a frozen, complete, JSON-serialisable value of a study at one time. */
import { z } from 'zod';
import { Answer, Assignment, Codebook, Coding, Participant, Priority, Study, Theme } from './model.ts';

export const StudySnapshot = z.strictObject({
  format: z.literal(1),
  study: Study,
  participants: z.array(Participant),
  answers: z.array(Answer),
  codebook: Codebook,
  assignments: z.array(Assignment).nullable().describe('null when nobody recorded who was given what'),
  codings: z.array(Coding),
  themes: z.array(Theme),
  priorities: z.array(Priority),
});
export type StudySnapshot = z.infer<typeof StudySnapshot>;
