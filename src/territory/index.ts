export type { EmergencyNumber } from './contract.ts';
export { territoryRoutes } from './api.ts';
export { type Outlines, regionOutlines } from './outlines.ts';
export { type Commune, listCommunes, listEmergencyNumbers } from './store.ts';
