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

export const recordUnknown = () =>
  new Refusal(404, 'record unknown', {
    ko: '이런 레코드가 없거나 다른 레코드와 합쳐졌습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such record, or it was joined to another; load the page again',
  });

export const pairUnknown = () =>
  new Refusal(404, 'pair unknown', {
    ko: '이런 쌍이 이 연구에 없습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such pair in this study; load the page again',
  });

export const pairDecided = () =>
  new Refusal(409, 'pair decided', {
    ko: '다른 사람이 이미 결정한 쌍입니다. 바꾸려면 먼저 그 결정을 되돌려 주십시오',
    en: 'somebody has decided this pair already; to change it, undo that decision first',
  });

export const membersWrong = () =>
  new Refusal(400, 'members wrong', {
    ko: '레코드 하나에서 일부만 떼어 낼 수 있습니다. 남는 것과 떼어 낼 것을 다시 골라 주십시오',
    en: 'some of the source records of one record can be parted from it, and not all; choose again',
  });

export const fileTooLarge = (megabytes: number) =>
  new Refusal(400, 'file too large', {
    ko: `파일이 ${megabytes} MB보다 큽니다. 나누어 올려 주십시오`,
    en: `the file is larger than ${megabytes} MB; upload it in parts`,
  });

export const fileMissing = () =>
  new Refusal(400, 'file missing', {
    ko: '파일이 오지 않았습니다. 파일을 골라 다시 올려 주십시오',
    en: 'no file came; choose one and upload again',
  });
