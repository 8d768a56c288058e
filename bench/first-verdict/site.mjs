import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { minify } from '../../tools/rollup/minify.mjs'

/**
 * Notes long tasks from the start, and has a promise that the page's detector resolves. The same on every page. A visit lasts until there is an
 * answer, and equally long on each page, so that what a browser does by itself is taken off with the page. What is put off until after the answer
 * is not its cost, and is not begun.
 */
const HEAD = `<script>
longTasks=0;new PerformanceObserver(l=>longTasks+=l.getEntries().length).observe({type:'longtask',buffered:true})
done=new Promise(r=>finish=s=>{requestIdleCallback=()=>0;r(s)})
loaded=new Promise(r=>addEventListener('load',()=>setTimeout(r,400)))
document.addEventListener('vouchsafe:verdict',e=>finish(e.detail.status))
if(location.pathname=='/control')finish()
</script>`

const BODY = `<h1>A page like others</h1>${'<p>Some text, a list and a form.</p><ul><li>one<li>two</ul>'.repeat(12)}
<form method=post data-vouchsafe=sign-up><label>E-mail <input name=email type=email></label><label>Password <input type=password></label><button>Sign up</button></form>`

/** What stands between the head and the body of each page. @param {string} attest @returns {Readonly<Record<string, string>>} */
const scripts = (attest) => ({
  control: '',
  vouchsafe: `<script src="${attest}/collector.js" data-key=pk_test_allow async></script>`,
  botd: '<script src=/botd.js async></script>',
})

/** BotD as its documentation says: load, then detect. One file, minified as ours are. */
async function bundleBotd() {
  const entry = "import { load } from '@fingerprintjs/botd'\nload().then((botd) => botd.detect()).then(() => finish('ok'))"
  const built = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? fileURLToPath(new URL('entry.js', import.meta.url)) : null),
        load: (id) => (id.endsWith('/entry.js') ? entry : null),
      },
      nodeResolve({ browser: true }),
    ],
  })
  const { output } = await built.generate({ format: 'iife', sourcemap: true, plugins: [minify()] })
  await built.close()
  return output[0].code
}

/**
 * Serves a page for each contestant, alike but for its script, on 127.0.0.1.
 *
 * @param {string} attest address of the attest-server
 */
export async function startSite(attest) {
  const botd = await bundleBotd()
  const pages = new Map(Object.entries(scripts(attest)))
  const server = createServer(({ url = '' }, response) => {
    const script = pages.get(url.slice(1))
    if (url === '/botd.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(botd)
    else if (script === undefined) response.writeHead(404).end()
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang=en><title>t</title>${HEAD}${script}${BODY}`)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    names: [...pages.keys()],
    address: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
