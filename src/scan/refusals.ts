/** What the scan stage refuses as far as sources, runs and duplicates go, with what the person can do. Nothing was changed. */
import { Refusal } from '../access/refusal.ts';

export const queryUnknown = () =>
  new Refusal(404, 'query unknown', {
    ko: '이런 검색이 이 연구에 없습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such query in this study; load the page again',
  });

export const querySwitchedOff = () =>
  new Refusal(409, 'query switched off', {
    ko: '꺼져 있는 검색입니다. 켜기 전에는 바깥으로 아무것도 보내지 않습니다. 먼저 켜 주십시오',
    en: 'this query is switched off, and nothing is asked of the network before it is on; switch it on first',
  });

export const alreadyRunning = () =>
  new Refusal(409, 'already running', {
    ko: '이 검색은 지금 돌고 있습니다. 끝나기를 기다리거나 멈춘 뒤에 다시 해 주십시오',
    en: 'this query is running now; wait until it ends, or stop it first',
  });

export const runUnknown = () =>
  new Refusal(404, 'run unknown', {
    ko: '이런 실행이 이 연구에 없습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such run in this study; load the page again',
  });
