/** Installs the offline copy of the shell; only in a build, where the worker exists. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/workspace/sw.js', { scope: '/workspace/' }).catch((error: unknown) => {
    console.error('the offline copy could not be installed', error instanceof Error ? error.name : 'unknown');
  });
}
