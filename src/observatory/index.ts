export { observatoryRoutes } from './api.ts';
