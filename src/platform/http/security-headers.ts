/**
 * The headers of every answer. The policy passes internet.nl's test: no inline script or style, nothing from
 * elsewhere. `same-origin` and not `no-referrer`: with the latter a form post sends `Origin: null`, and works
 * no longer without JavaScript.
 * @param imagesFrom another origin whose images this one page may show, as https://tegels.example
 */
export function securityHeaders(nonce: string, https: boolean, imagesFrom?: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    `img-src 'self' data:${imagesFrom ? ` ${imagesFrom}` : ''}`,
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // On plain http (a first try on one's own machine) this would send every link to a port that does not answer.
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
  return {
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
    ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}
