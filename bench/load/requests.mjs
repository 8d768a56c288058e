/** As a page's browser sends it, through a proxy that says where from. */
const BROWSER = [
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'sec-ch-ua: "Chromium";v="142", "Google Chrome";v="142", "Not_A Brand";v="99"',
  'sec-ch-ua-mobile: ?0',
  'sec-ch-ua-platform: "Linux"',
  'Accept: */*',
  'Accept-Language: en-US,en;q=0.9',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Sec-Fetch-Site: cross-site',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Dest: empty',
  'Origin: https://shop.example',
].join('\r\n')

/** What a page posts. @param {string} path @param {string} body of ASCII @param {string} address the visitor's */
export const post = (path, body, address) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${BROWSER}\r\nX-Forwarded-For: ${address}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: ${body.length}\r\n\r\n${body}`

/** What a backend asks. @param {string} path @param {string} key */
export const get = (path, key) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer ${key}\r\n\r\n`

/** What was answered. @param {string} answer of HTTP @returns {{ status: number, json: any }} */
export function read(answer) {
  const end = answer.indexOf('\r\n\r\n')
  const body = answer.slice(end + 4)
  return { status: Number(answer.slice(9, 12)), json: body === '' ? undefined : JSON.parse(body) }
}
