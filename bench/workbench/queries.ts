/** What people look for in answers: one syllable, two, longer words, phrases, English, rare words, nothing there. */
import { RARE_NAMES } from './generated-answers.ts';

export const QUERIES = [
  ...['약', '밤', '말', '병', '잠'],
  ...['환자', '동의', '위기', '상담', '진료', '공감'],
  ...['챗봇', '자살사고', '의무기록', '망상강화', '책임소재', '전공의가'],
  ...['환자 동의', '약을 끊', '위기 연계', '보호자 교육'],
  ...['AI', 'chatgpt', 'patient', 'crisis pathway', 'consent'],
  ...[RARE_NAMES[0], RARE_NAMES[2]],
  ...['뛟쀍', 'zyxwvut'],
] as const;
