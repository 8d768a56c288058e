// Renders the page here, for the browser to take over: `useVouchsafe` does nothing on a server.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createElement, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { createServer as createVite } from 'vite'

const { PORT = '8000', BACKEND } = process.env
const server = createServer()
const vite = await createVite({ appType: 'custom', server: { middlewareMode: true, proxy: { '^/sign-up$': BACKEND }, hmr: { server } } })

async function page() {
  const { SignUp } = await vite.ssrLoadModule('/sign-up.tsx')
  const html = renderToString(createElement(StrictMode, null, createElement(SignUp)))
  return vite.transformIndexHtml(
    '/',
    (await readFile('index.html', 'utf8')).replace('<!--app-->', () => html),
  )
}

const show = (_, response) => () =>
  page().then(
    (html) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html),
    (error) => response.writeHead(500).end(String(error?.stack)),
  )
server.on('request', (request, response) => vite.middlewares(request, response, show(request, response)))
server.listen(Number(PORT), '127.0.0.1')
