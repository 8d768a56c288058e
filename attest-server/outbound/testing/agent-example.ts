import { createPrivateKey } from 'node:crypto'

const jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'QPzLpjE3NAQmDaPH9bJPHYbMocAVbu-pLb0su_jUZsM',
  y: 'dXIcTehGnnPQZ0F8yKOsAp9ixk0cw6-6-ItKQY3aC_U',
  d: '9kw7YNxeUM1eD4zSAoV83DY1TB89DSxiHx31pRZ_5i4',
}

/** A certificate for `agent.example` that nobody trusts, good until 2126, and its key. For tests: everybody has it. */
export const agentExample = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUeeuLwiDtCGAmWcXym4XVxgvVvTMwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNYWdlbnQuZXhhbXBsZTAgFw0yNjExMjEyMDEwNTNaGA8yMTI2
MTAyODIwMTA1M1owGDEWMBQGA1UEAwwNYWdlbnQuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABED8y6YxNzQEJg2jx/WyTx2GzKHAFW7vqS29LLv41GbD
dXIcTehGnnPQZ0F8yKOsAp9ixk0cw6+6+ItKQY3aC/WjbTBrMB0GA1UdDgQWBBS0
hapjrZNni0lxvUoVZFpEjVB4CDAfBgNVHSMEGDAWgBS0hapjrZNni0lxvUoVZFpE
jVB4CDAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDWFnZW50LmV4YW1wbGUw
CgYIKoZIzj0EAwIDSAAwRQIgeNEMdJjn4BP1moYfrn7jwOREoDSx7Y4hKUbQFc/v
o4ECIQDn38D9CdSg3tOD3FR6tJX7Nl9hY15PzWVdYscVJ4XW2Q==
-----END CERTIFICATE-----
`,
  key: createPrivateKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'pkcs8' }).toString(),
}
