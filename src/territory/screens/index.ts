export { useCommuneName } from './commune-name.ts';
export { CommuneSelect } from './commune-select.tsx';
