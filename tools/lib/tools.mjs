import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * A program that the tests start.
 *
 * @typedef {object} Tool
 * @property {string} name under which it is noted for `e2e`
 * @property {readonly string[]} candidates names on PATH or whole paths, the best first
 * @property {readonly string[]} [probe] arguments with which it proves that it runs: exit code 0; none where it does nothing without a display
 * @property {readonly string[]} packages of Debian and Ubuntu that bring it
 * @property {string} purpose what cannot be tested without it
 */

/** @type {readonly Tool[]} */
export const tools = [
  {
    name: 'chromium',
    candidates: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    probe: ['--version'],
    packages: ['chromium'],
    purpose: 'every browser test',
  },
  {
    name: 'chromedriver',
    candidates: ['chromedriver', '/usr/lib/chromium-browser/chromedriver', '/usr/lib/chromium/chromedriver'],
    probe: ['--version'],
    packages: ['chromium-driver'],
    purpose: 'bots by WebDriver',
  },
  {
    name: 'chromium-headless-shell',
    candidates: ['chromium-headless-shell', 'chrome-headless-shell'],
    probe: ['--version'],
    packages: ['chromium-headless-shell'],
    purpose: 'bots in the old headless mode',
  },
  {
    name: 'WebKitWebDriver',
    candidates: ['WebKitWebDriver'],
    probe: ['--help'],
    packages: ['webkit2gtk-driver'],
    purpose: 'the bot in WebKitGTK',
  },
  {
    name: 'MiniBrowser',
    candidates: ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
    packages: ['libwebkit2gtk-4.1-0'],
    purpose: 'people and a bot in WebKitGTK',
  },
  { name: 'Xvfb', candidates: ['Xvfb'], probe: ['-help'], packages: ['xvfb'], purpose: 'people and headful bots' },
  {
    name: 'Xorg',
    // Not the wrapper on PATH, which may refuse a server without a console.
    candidates: ['/usr/lib/xorg/Xorg'],
    probe: ['-version'],
    packages: ['xserver-xorg-core', 'xserver-xorg-video-dummy'],
    purpose: 'the person with a touch screen',
  },
  {
    name: 'dbus-daemon',
    candidates: ['dbus-daemon'],
    probe: ['--version'],
    packages: ['dbus-daemon', 'at-spi2-core', 'libatk-bridge2.0-0', 'python3-gi'],
    purpose: 'the person with a screen reader',
  },
  { name: 'xdotool', candidates: ['xdotool'], probe: ['-v'], packages: ['xdotool'], purpose: 'people (input by XTEST)' },
  {
    name: 'firefox-esr',
    candidates: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    probe: ['--version'],
    packages: ['firefox-esr'],
    purpose: 'people with Firefox',
  },
  { name: 'openbox', candidates: ['openbox'], probe: ['--version'], packages: ['openbox'], purpose: 'people (windows that take focus)' },
  { name: 'weston', candidates: ['weston'], probe: ['--version'], packages: ['weston'], purpose: 'the person on Wayland' },
  {
    name: 'python3',
    // The system's own comes before one that shadows it on PATH: Debian's packages install for that.
    candidates: ['/usr/bin/python3', 'python3'],
    probe: ['-c', 'import jwt, cryptography'],
    packages: ['python3', 'python3-jwt', 'python3-cryptography'],
    purpose: "verifying a verdict with another language's library (PyJWT)",
  },
  {
    name: 'python3-fastapi',
    candidates: ['/usr/bin/python3', 'python3'],
    probe: ['-c', 'import fastapi, httpx, requests'],
    packages: ['python3', 'python3-fastapi', 'python3-httpx', 'python3-requests'],
    purpose: "the documents' samples in Python",
  },
  ...['postgres', 'initdb'].map((name) => ({
    name,
    // Debian keeps each version's programs in a folder of its own, beside PATH; the newest first.
    candidates: [name, ...versions('/usr/lib/postgresql', 'bin', name)],
    probe: ['--version'],
    packages: ['postgresql'],
    purpose: 'the store in PostgreSQL',
  })),
  {
    name: 'pgbouncer',
    candidates: ['pgbouncer', '/usr/sbin/pgbouncer'],
    probe: ['--version'],
    packages: ['pgbouncer'],
    purpose: 'a pooler before PostgreSQL',
  },
  {
    name: 'redis-server',
    candidates: ['redis-server', 'valkey-server'],
    probe: ['--version'],
    packages: ['redis-server'],
    purpose: 'the stores in Redis',
  },
  { name: 'nginx', candidates: ['nginx', '/usr/sbin/nginx'], probe: ['-v'], packages: ['nginx-light'], purpose: 'the example for nginx' },
  {
    name: 'python3-examples',
    candidates: ['/usr/bin/python3', 'python3'],
    probe: ['-c', 'import jwt, cryptography, fastapi, multipart, uvicorn, django'],
    packages: ['python3-jwt', 'python3-cryptography', 'python3-fastapi', 'python3-multipart', 'python3-uvicorn', 'python3-django'],
    purpose: 'the examples in Python',
  },
  {
    name: 'go',
    candidates: ['go', '/usr/local/go/bin/go'],
    probe: ['version'],
    packages: ['golang-go', 'golang-github-golang-jwt-jwt-dev'],
    purpose: 'the example in Go',
  },
  {
    name: 'php',
    candidates: ['php'],
    probe: ['-r', "exit(extension_loaded('curl') && extension_loaded('mysqli') ? 0 : 1);"],
    packages: ['php-cli', 'php-curl', 'php-mysql'],
    purpose: 'the examples in PHP',
  },
  {
    name: 'rackup',
    candidates: ['/usr/bin/rackup', 'rackup'],
    probe: ['--version'],
    packages: ['ruby', 'ruby-jwt', 'ruby-rack', 'ruby-webrick'],
    purpose: 'the example in Ruby',
  },
  {
    name: 'mariadbd',
    candidates: ['mariadbd', '/usr/sbin/mariadbd'],
    probe: ['--version'],
    packages: ['mariadb-server'],
    purpose: 'the plug-in for WordPress',
  },
  {
    name: 'wordpress',
    candidates: ['php'],
    probe: ['-r', "exit(is_file('/usr/share/wordpress/wp-login.php') ? 0 : 1);"],
    packages: ['wordpress'],
    purpose: 'the plug-in for WordPress',
  },
]

/**
 * What lies in folders that are named after versions, the newest first.
 *
 * @param {string} folder
 * @param {...string} rest of the path
 */
function versions(folder, ...rest) {
  if (!existsSync(folder)) return []
  const numbers = readdirSync(folder).sort((a, b) => Number(b) - Number(a))
  return numbers.map((number) => join(folder, number, ...rest))
}

/**
 * All programs on this machine that a tool could be, the best first.
 *
 * @param {Pick<Tool, 'candidates'>} tool
 * @param {string} path as in the environment's PATH
 */
export function locate({ candidates }, path) {
  const folders = path.split(delimiter).filter(Boolean)
  const places = candidates.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
  return [...new Set(places)].filter(isProgram)
}

function isProgram(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
