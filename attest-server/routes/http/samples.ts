/** What stands in examples for what only a running server can issue; the test that executes them puts the real ones in their place. */
export const samples = {
  siteKey: 'pk_AAAAAAAAAAAAAAAAAAAAAA',
  secretKey: 'sk_AAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  /** A project of the account whose token is shown. */
  project: 'prj_AAAAAAAAAAAAAAAAAAAAAA',
  /** A key of the surface at hand. */
  apiKey: 'key-of-this-api',
  challenge: 'eyJhbGciOiJIUzI1NiJ9.challenge.signature',
  evidence: 'eyJhbGciOiJFUzI1NiJ9.evidence.signature',
  /** A verdict that allows, not used before. */
  verdict: 'eyJhbGciOiJFUzI1NiJ9.verdict.signature',
  reference: '7K3VM-Q2XR9',
  /** Of a form without JavaScript whose seconds have passed. */
  ticket: 'eyJhbGciOiJIUzI1NiJ9.ticket.signature',
  /** Of Detection Lab's verification. */
  verificationSession: 'vbs_AAAAAAAAAAAAAAAAAAAAAA',
  returnTo: 'https://shop.example/welcome',
  asset: 'collector.0123456789abcdef.js',
} as const
