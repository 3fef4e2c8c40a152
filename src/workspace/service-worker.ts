import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// The file list is written here at build time, under this very name.
declare const self: { __WB_MANIFEST: (string | PrecacheEntry)[] };

// The shell only: answers of the API are never kept here, they may hold what a person entrusted.
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/workspace/index.html'), { allowlist: [/^\/workspace(\/|$)/] }));
