// The rooms' rules of ARCHITECTURE.md, as something a machine can check.
// A room may use those above it in this list, never those below.
const rooms = ['access', 'territory', 'directory', 'people', 'desk', 'cases', 'referrals', 'coordination', 'observatory', 'plans'];
const tests = '\\.test\\.tsx?$';
const any = `^src/(${rooms.join('|')})/`;

const order = rooms.slice(0, -1).map((room, i) => ({
  name: `${room}-is-below`,
  comment: `${room} may not use a room further down the list: ${rooms.slice(i + 1).join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: tests },
  to: { path: `^src/(${rooms.slice(i + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...order,
    {
      name: 'front-door',
      comment:
        'Another room is used through its index.ts; its contract and its closed lists are open, what its screens lend by screens/index.ts, the rest to the composition of the workspace.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: [tests, '^src/(testing|demo|workspace)/'] },
      to: { path: any, pathNot: ['^src/$1/', '^src/[^/]+/((screens/)?index|contract|lists)\\.ts$'] },
    },
    {
      name: 'ground-floor',
      comment: 'The platform carries the rooms and knows none of them.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules use contracts and other rules only: the same rule runs on the device and on the server.',
      severity: 'error',
      from: { path: '/rules\\.ts$' },
      to: { pathNot: ['(^|/)(contract|lists|rules)\\.ts$', '^src/platform/commands/handler\\.ts$', '^node_modules/zod/'] },
    },
    {
      name: 'contracts-are-light',
      comment: 'A contract crosses the wire: it may not pull the server to the device.',
      severity: 'error',
      from: { path: '(^|/)contract[a-z-]*\\.ts$' },
      to: {
        pathNot: [
          '(^|/)(contract[a-z-]*|lists)\\.ts$',
          '^node_modules/zod/',
          '^src/platform/(reference|database/(actor|member-roles))\\.ts$',
        ],
      },
    },
    {
      name: 'screens-ask-the-api',
      comment: 'A screen runs on the device: no store, no route, no database.',
      severity: 'error',
      from: {
        path: ['^src/[^/]+/screens/', '^src/[^/]+/[^/]+/screens/', '^src/workspace/', '^src/ui/'],
        pathNot: [tests, 'vite\\.config\\.ts$'],
      },
      to: {
        path: [
          '(^|/)(store|api|commands|handlers)\\.ts$',
          '^src/platform/(database|http|documents|jobs)/',
          '^node_modules/(pg|kysely|better-auth|hono|@hono)/',
        ],
        pathNot: ['^src/platform/commands/contract\\.ts$'],
      },
    },
    {
      name: 'pages-receive-their-data',
      comment: 'A page shows what it is given; its route asks the store.',
      severity: 'error',
      from: { path: '^src/[^/]+/pages/', pathNot: tests },
      to: { path: ['(^|/)store\\.ts$', '^node_modules/(pg|kysely)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-stay-out',
      comment: 'The product does not need its tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/testing/'] },
      to: { path: [tests, '^src/testing/'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['^virtual:'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css$', '\\.json$'] },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
