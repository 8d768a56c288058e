import { createPrivateKey } from 'node:crypto'

const jwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'tAghTrdruj2iCSaLD-DrjErvPOXSVjY7iidZaLQKIsg',
  y: '-hFZ74RR2ABGuSCIn_5zJB6Zt8ssDlGJg5ri1uhOP7o',
  d: 'GgWkM5JUM2AFDsQT3FHg0bdBvMVBe8FzjEKDrevlAsU',
}

/** A certificate for `localhost` and 127.0.0.1 that nobody trusts, good until 2126, and its key. For tests: everybody has it. */
export const loopbackCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUBdkmJpRn/1T8ScaWDf3WKzieLKgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAxNTUxMFoYDzIxMjYxMDI5
MDE1NTEwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS0CCFOt2u6PaIJJosP4OuMSu885dJWNjuKJ1lotAoiyPoRWe+EUdgA
RrkgiJ/+cyQembfLLA5RiYOa4tboTj+6o28wbTAdBgNVHQ4EFgQUiSgoNIH0nD8e
Vv8K9MjsTJULe4kwHwYDVR0jBBgwFoAUiSgoNIH0nD8eVv8K9MjsTJULe4kwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgTEZDuAmiQ86TFhLndT59WuirGkcURezATzFadHYTouwCIQCJ
9uFiQmy6LUkiJsaKkUUCpqKDW0CEod13YJWVEIvbpQ==
-----END CERTIFICATE-----
`,
  key: createPrivateKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'pkcs8' }).toString(),
}
