export { proofFiles } from './coordination.tsx';
export { siteRoutes } from './routes.tsx';
