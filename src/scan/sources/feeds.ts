/** Ready-made addresses of feeds of regulators and of the WHO, as their sites give them. Pure. */
import type { Localised } from '../../study/localised.ts';

export interface ReadyFeed {
  label: Localised;
  address: string;
}

const mfds = (board: string) => `https://www.mfds.go.kr/www/rss/brd.do?brdId=${board}`;

export const readyFeeds: readonly ReadyFeed[] = [
  {
    label: { ko: 'FDA 보도자료', en: 'FDA press announcements' },
    address: 'https://www.fda.gov/about-fda/contact-fda/stay-informed/rss-feeds/press-releases/rss.xml',
  },
  {
    label: { ko: 'FDA MedWatch 안전성 경보', en: 'FDA MedWatch safety alerts' },
    address: 'https://www.fda.gov/about-fda/contact-fda/stay-informed/rss-feeds/medwatch/rss.xml',
  },
  {
    label: { ko: 'MHRA 의약품·기기 경보', en: 'MHRA alerts on drugs and devices' },
    address: 'https://www.gov.uk/drug-device-alerts.atom',
  },
  {
    label: { ko: 'MHRA 의약품 안전성 정보', en: 'MHRA Drug Safety Update' },
    address: 'https://www.gov.uk/drug-safety-update.atom',
  },
  {
    label: { ko: 'MHRA 소식', en: 'MHRA news' },
    address:
      'https://www.gov.uk/search/news-and-communications.atom?organisations[]=medicines-and-healthcare-products-regulatory-agency',
  },
  {
    label: { ko: 'WHO 소식', en: 'WHO news' },
    address: 'https://www.who.int/rss-feeds/news-english.xml',
  },
  { label: { ko: '식약처 보도자료', en: 'MFDS press releases' }, address: mfds('ntc0021') },
  { label: { ko: '식약처 제·개정 고시', en: 'MFDS amendments' }, address: mfds('data0008') },
  { label: { ko: '식약처 입법·행정예고', en: 'MFDS legislative notices' }, address: mfds('data0009') },
  { label: { ko: '식약처 공무원 지침서', en: 'MFDS guidance for officials' }, address: mfds('data0011') },
  { label: { ko: '식약처 민원인 안내서', en: 'MFDS guidance for applicants' }, address: mfds('data0013') },
  { label: { ko: '식약처 의료기기 행정처분', en: 'MFDS sanctions on devices' }, address: mfds('plc0168') },
];
