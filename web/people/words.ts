/** Words of who is in a study, and as what. */
import { josa } from 'es-hangul';
import type { Role } from '../../src/access/model.ts';
import type { Language } from '../../src/study/localised.ts';

const en = {
  roles: { lead: 'Lead', coder: 'Coder', reader: 'Reader' } satisfies Record<Role, string>,
  does: {
    lead: 'plans passes, publishes the codebook, settles the report, invites',
    coder: 'reads answers and codes them',
    reader: 'reads results and the words behind them, as far as they may be quoted',
  } satisfies Record<Role, string>,
  title: 'People',
  question: 'Who is in this study, and as what?',
  name: 'Name',
  coder: 'Codes as',
  role: 'Role',
  roleOf: (name: string) => `Role of ${name}`,
  you: 'you',
  noCoder: 'does not code',
  end: 'Take out',
  endOf: (name: string) => `Take out: ${name}`,
  endTitle: (name: string) => `Take ${name} out of the study?`,
  endHint: 'They can see nothing of the study from now on. What they coded stays.',
  keep: 'Leave everything as it is',
  invite: 'Invite somebody',
  inviteHint: 'Make a link and hand it over yourself. It lets one person in, within a fortnight.',
  asCoder: 'Coder name',
  newCoder: 'a new one, from their name',
  asCoderHint: 'Where somebody has coded in this study before, their codings become theirs.',
  make: 'Make the link',
  link: 'Link of the invitation',
  linkOnce: (role: string, until: string) =>
    `${role}, valid until ${until}. The link is shown this once: copy it now.`,
  copy: 'Copy',
  copied: 'Copied',
};

export const peopleWords = {
  en,
  ko: {
    roles: { lead: '책임자', coder: '코더', reader: '열람자' },
    does: {
      lead: '코딩 회차를 계획하고, 코드북을 펴내고, 사람을 초대합니다',
      coder: '답을 읽고 코딩합니다',
      reader: '결과와, 인용할 수 있는 범위에서 그 뒤의 말을 읽습니다',
    },
    title: '함께하는 사람',
    question: '누가 함께하며, 무엇을 맡았는가?',
    name: '이름',
    coder: '코더 이름',
    role: '역할',
    roleOf: (name) => `${name}의 역할`,
    you: '나',
    noCoder: '코딩하지 않음',
    end: '내보내기',
    endOf: (name) => `${name} 내보내기`,
    endTitle: (name) => `${josa(name, '을/를')} 연구에서 내보낼까요?`,
    endHint: '이제부터 이 연구를 전혀 볼 수 없습니다. 코딩한 것은 그대로 남습니다.',
    keep: '그대로 두기',
    invite: '초대하기',
    inviteHint: '링크를 만들어 직접 건네세요. 2주 안에 한 사람이 들어올 수 있습니다.',
    asCoder: '코더 이름',
    newCoder: '새로 만들기(들어오는 사람의 이름으로)',
    asCoderHint: '전에 이 연구에서 코딩한 사람이라면 고르세요. 그 코딩을 이어 갑니다.',
    make: '링크 만들기',
    link: '초대 링크',
    linkOnce: (role, until) => `${role}, ${until}까지. 링크는 지금 한 번만 보이니 바로 복사하세요.`,
    copy: '복사',
    copied: '복사함',
  },
} satisfies Record<Language, typeof en>;
