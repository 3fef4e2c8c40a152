export { siteMessages } from './messages.ts';
export { siteRoutes } from './routes.tsx';
