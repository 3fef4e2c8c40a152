// The only script a page of the public site names: pages are whole without it.
if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/site-worker.js').catch((error) => console.info('no copy is kept on this device:', error.name));
  });
}
// Without a network the map stands still.
if (document.querySelector('.chart')) import('./map.js').catch((error) => console.info('the map does not move:', error.name));
