import type { JWK } from 'jose'
import type { RequestMessage, ResponseMessage } from '../message/http-message.js'

/**
 * Published test vectors: RFC 9421 Appendix B, and those of draft-ietf-webbotauth-httpsig-protocol-01, "Test Vectors"
 * (https://github.com/webbotauth/draft-ietf-webbotauth-httpsig-protocol), which continues draft-meunier-web-bot-auth-architecture and has
 * its vectors. All keys here are known to everybody.
 */

/** RFC 9421 B.1.4, with its private half: Ed25519 signatures are the same whenever they are made. */
export const ed25519PrivateKey: JWK = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
}

export const ed25519Key: JWK = { kty: 'OKP', crv: 'Ed25519', x: ed25519PrivateKey.x! }

/** RFC 9421 B.1.3 */
export const p256Key: JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA',
  y: 'Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0',
}

/** RFC 9421 B.1.2 */
export const rsaKey: JWK = {
  kty: 'RSA',
  e: 'AQAB',
  n: 'r4tmm3r20Wd_PbqvP1s2-QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct-Lh1GH45x28Rw3Ry53mm-oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgchwuYLPL-Wokqltd11nqqzi-bJ9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4aOT9v6d-nb4bnNkQVklLQ3fVAvJm-xdDOp9LCNCN48V2pnDOkFV6-U9nV5oyc6XI2w',
}

/** RFC 9421 B.1.5, base64. */
export const sharedSecret = 'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ=='

/** RFC 9421 B.2: `test-request`. */
export const testRequest: RequestMessage = {
  method: 'POST',
  url: 'https://example.com/foo?param=Value&Pet=dog',
  headers: new Map([
    ['host', 'example.com'],
    ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
    ['content-type', 'application/json'],
    ['content-digest', 'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:'],
    ['content-length', '18'],
  ]),
}

/** RFC 9421 B.2: `test-response`. */
export const testResponse: ResponseMessage = {
  status: 200,
  request: testRequest,
  headers: new Map([
    ['date', 'Tue, 20 Apr 2021 02:07:56 GMT'],
    ['content-type', 'application/json'],
    ['content-digest', 'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:'],
    ['content-length', '23'],
  ]),
}

interface AgentVector {
  readonly name: string
  readonly key: JWK
  readonly input: string
  readonly signature: string
  readonly agent: string
}

const rsa = 'oD0HwocPBSfpNy5W3bpJeyFGY_IQ_YpqxSjQ3Yd-CLA'
const ed = 'poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U'

/** Web Bot Auth requests to `https://example.com/path/to/resource`. `sig2` lives for a hundred years in two of them, for an hour in two. */
export const agentVectors: readonly AgentVector[] = [
  {
    name: 'RSASSA-PSS, Signature-Agent a dictionary',
    key: rsaKey,
    agent: 'agent2="https://signature-agent.test"',
    input: `sig2=("@authority" "signature-agent";key="agent2");created=1735689600;keyid="${rsa}";alg="rsa-pss-sha512";expires=4889289600;nonce="wcfPQPh7SzkvrIVvhD00vNk9PkxJNY2NVbYl2PVBB4zmUoluSwE7W6bPtF60QA3k8g06FU7PPCD+J58YofY1zg==";tag="web-bot-auth"`,
    signature:
      'sig2=:gHzpLNeHaHIO19NaJH9YMW5dcVSi2s0wOMBr6p18vcofS106sfC4KBIS0/szPlBBd1vIcyQ88B6CTEWIhRAiVrb9zfX0mx1aG12CSGWcYkSirHeyTxhbuJvXd27ed6skWoy4PjXItq38936ivUQjfdIwXh1aX6HxkAC3vRnEdSNfntkLWeEuIQ5BLIOBGE39fSwg27Qjq6OVWYas/9/aFUr3HA34MXWYdp+//cvlEKDp3kRoLOw9ro0AOr6srHrTeEtxon2afcws1aZVSlPdd2fZSEIGmw9HAHLDCEkFTERu1gH2k/zIEqgy7CAYXI9E5slog0cLg/Vc6+f8gih33g==:',
  },
  {
    name: 'RSASSA-PSS, Signature-Agent a string',
    key: rsaKey,
    agent: '"https://signature-agent.test"',
    input: `sig2=("@authority" "signature-agent");created=1735689600;keyid="${rsa}";alg="rsa-pss-sha512";expires=1735693200;nonce="XSHtZVCThSIAksXsH9WBs6AtxtXC0eQGiIcUGSoJstFs8lAWakjhrfwzLhyjtme5iXMZvmFWqDEs6cT3Jf+BbQ==";tag="web-bot-auth"`,
    signature:
      'sig2=:I1QWNzGXdP1a4dSvOHLCVOOanEYHDk+ZsVxM9MLX/p4ko69ghKwR5EOtAD96g7g4GWP7lmpM/jFAf9q8EFRDTPLjUXySwMv4YPgabv2LQihTJG2y8a2m6IGltyruwQNiqSJVUuRaG9+b17CGmAMFZh30X6GXLdQJrCARpeTqPwp2DC+a8haDE/VE5EruqzjA5/2mKwvrkzkSqeW5tOVtFwWRRHIOidquf/8Je6kM9mhgkg4arudLA5SL4wyyYE1jURIgcOl8agrfdJ5Def23DIRtiOLRa8jT9cpTLFAuFHN+mrZA/LH9h0gSIg1cPb+0cMASee5uku1KjWcFer7jWA==:',
  },
  {
    name: 'Ed25519, Signature-Agent a dictionary',
    key: ed25519Key,
    agent: 'agent2="https://signature-agent.test"',
    input: `sig2=("@authority" "signature-agent";key="agent2");created=1735689600;keyid="${ed}";alg="ed25519";expires=4889289600;nonce="n9p433xm+NJ3ph3upfBIGmsuwHw387YV7Q/F+6BSpGCVjYCqQw6rznNA8PVVLySrAWsv0hQtFioQb6E1YsauiA==";tag="web-bot-auth"`,
    signature: 'sig2=:RdNFx5Bj6au3YgAMQL/RzmUlZE8QZLIaXGRpw985hWnwPfMxT228NMk6ehRS1PSl4e8PhbNZACSanGdhEwYCCg==:',
  },
  {
    name: 'Ed25519, Signature-Agent a string',
    key: ed25519Key,
    agent: '"https://signature-agent.test"',
    input: `sig2=("@authority" "signature-agent");created=1735689600;keyid="${ed}";alg="ed25519";expires=1735693200;nonce="e8N7S2MFd/qrd6T2R3tdfAuuANngKI7LFtKYI/vowzk4lAZYadIX6wW25MwG7DCT9RUKAJ0qVkU0mEeLElW1qg==";tag="web-bot-auth"`,
    signature: 'sig2=:jdq0SqOwHdyHr9+r5jw3iYZH6aNGKijYp/EstF4RQTQdi5N5YYKrD+mCT1HA1nZDsi6nJKuHxUi/5Syp3rLWBA==:',
  },
]

export const agentRequest = ({ input, signature, agent }: AgentVector): RequestMessage => ({
  method: 'GET',
  url: 'https://example.com/path/to/resource',
  headers: new Map([
    ['signature-input', input],
    ['signature', signature],
    ['signature-agent', agent],
  ]),
})

/** The draft's "Signed Directory Response". */
export const signedDirectory = {
  url: 'https://signature-agent.test/.well-known/http-message-signatures-directory',
  body: `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"${ed}","x":"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs","use":"sig"}]}`,
  headers: new Map([
    ['content-type', 'application/http-message-signatures-directory+json'],
    ['content-digest', 'sha-256=:CADMT2aBdV/rqQr/NIru64ERQkCobVvllA4V0fLFDu0=:'],
    [
      'signature-input',
      `binding=("@authority";req "content-digest");created=1735689600;expires=4889289600;keyid="${ed}";tag="http-message-signatures-directory"`,
    ],
    ['signature', 'binding=:l6P8R67tm3kujAxbHWio7ll01qrEZ0dKD/WWlGhNYEmTnFZM8Wt0VQ9zqGfvo7T/UMkBxsigzChM1Gpz7gOVBg==:'],
  ]),
}
