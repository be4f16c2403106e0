/** The stages that have a page, in the order of the flow; `overview` stands before them. */
export const stages = [
  'overview',
  'collect',
  'code',
  'agree',
  'synthesise',
  'align',
  'scan',
  'prioritise',
  'report',
] as const;
export type Stage = (typeof stages)[number];

export const stagePaths = {
  overview: '/studies/$study',
  collect: '/studies/$study/collect',
  code: '/studies/$study/code',
  agree: '/studies/$study/agree',
  synthesise: '/studies/$study/synthesise',
  align: '/studies/$study/align',
  scan: '/studies/$study/scan',
  prioritise: '/studies/$study/prioritise',
  report: '/studies/$study/report',
} as const satisfies Record<Stage, string>;
