export { observatoryRoutes } from './api.ts';
export { suppress, suppressParts } from './suppression.ts';
export { threshold } from './totals.ts';
