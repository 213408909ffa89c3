// On every page: what takes the focus when the page opens (an error summary), and what the browser keeps.

document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus()

if ('serviceWorker' in navigator && location.pathname.startsWith('/balie')) {
  void navigator.serviceWorker.register('/sw.js', { scope: '/balie' })
}
