/**
 * Who may import whom (see ARCHITECTURE.md): the flow runs from left to right, the platform never knows a stage,
 * the browser takes pure files only.
 */
const flow = [
  'collect',
  'protect',
  'code',
  'agree',
  'synthesise',
  'align',
  'scan',
  'horizon',
  'prioritise',
  'watch',
  'report',
];
const platform = '^src/(text|kernel|store|access|jobs)/';
const testFiles = '\\.test\\.tsx?$|/testing\\.ts$|/testing/|/expect-[a-z-]+\\.ts$';

const leftOnly = flow.map((stage, at) => ({
  name: `${stage}-looks-left-only`,
  comment: 'A stage imports stages to its left in the flow; what must go back left goes by ids or jobs.',
  severity: 'error',
  from: { path: `^src/${stage}/`, pathNot: testFiles },
  to: { path: `^src/(${flow.slice(at + 1).join('|') || '-'})/` },
}));

module.exports = {
  forbidden: [
    ...leftOnly,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'methods-stand-alone',
      severity: 'error',
      from: { path: '^packages/methods/src/', pathNot: testFiles },
      to: { pathNot: '^packages/methods/src/' },
    },
    {
      name: 'text-and-kernel-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/(text|kernel)/', pathNot: testFiles },
      to: { path: '^(src/(?!text/|kernel/)|web/)' },
    },
    {
      name: 'study-imports-the-ground-only',
      severity: 'error',
      from: { path: '^src/study/', pathNot: testFiles },
      to: { path: '^(src/(?!study/|text/|kernel/)|web/)' },
    },
    {
      name: 'platform-never-imports-a-stage',
      severity: 'error',
      from: { path: platform, pathNot: testFiles },
      to: { path: `^src/(${flow.join('|')}|server|cli)/` },
    },
    {
      name: 'nobody-imports-server-or-cli',
      severity: 'error',
      from: { path: '^(src/(?!server/|cli/)|web/|packages/)', pathNot: testFiles },
      to: { path: '^src/(server|cli)/' },
    },
    {
      name: 'the-browser-takes-pure-files-only',
      severity: 'error',
      from: { path: '^web/', pathNot: `${testFiles}|^web/testing/` },
      to: {
        path: '^src/(store|access|jobs|server|cli)/|/(store|routes)\\.ts$',
        pathNot: '^src/access/model\\.ts$',
      },
    },
    {
      name: 'the-browser-has-no-node',
      severity: 'error',
      from: { path: '^web/', pathNot: `${testFiles}|^web/testing/|vite\\.config` },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
