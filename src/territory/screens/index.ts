export { CommuneSelect } from './commune-select.tsx';
