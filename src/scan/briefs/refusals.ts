/** What briefs refuse. */
import { Refusal } from '../../access/refusal.ts';

export const notAppraised = () =>
  new Refusal(404, 'not appraised', {
    ko: '아직 평가하지 않은 레코드라 요약이 없습니다. 먼저 평가해 주십시오',
    en: 'nobody has appraised this record, so it has no brief; appraise it first',
  });
