// The only script of the public site: pages are whole without it.
if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/site-worker.js').catch((error) => console.info('no copy is kept on this device:', error.name));
  });
}
