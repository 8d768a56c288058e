import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from '../../support/machine/child.js'
import { freePort } from '../../support/machine/free-port.js'
import { MissingError, repoRoot, requireTool } from '../../support/machine/tools.js'
import { untilOpen } from '../../support/machine/until-open.js'
import type { Example } from '../harness/example.js'
import { perform } from '../harness/perform.js'
import type { Stage } from '../harness/stage.js'
import { checkWordpress } from './wordpress-checks.js'

/** Where Debian's package puts it. */
const WORDPRESS = '/usr/share/wordpress'
const PATIENCE = 30_000
const [ADMIN, PASSWORD] = ['ada', 'correct horse battery']

/** What `mariadbd` is told: a database in a folder, for whoever reaches its socket. */
const databaseArguments = (folder: string): string[] => [
  '--no-defaults',
  `--datadir=${folder}/data`,
  `--socket=${folder}/socket`,
  `--pid-file=${folder}/pid`,
  '--skip-networking',
  '--skip-grant-tables',
  '--innodb-flush-log-at-trx-commit=0',
  ...(process.getuid?.() === 0 ? ['--user=root'] : []),
]

/** Resolves when it takes requests. */
async function startDatabase(folder: string): Promise<Child> {
  const server = requireTool('mariadbd')
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'bootstrap.sql'), 'CREATE DATABASE mysql;\nCREATE DATABASE wordpress;\n')
  await perform(folder, 'sh', ['-c', '"$@" --bootstrap < bootstrap.sql', 'sh', server, ...databaseArguments(folder)])
  const child = startChild(server, databaseArguments(folder), { cwd: folder })
  await child.line(/ready for connections/, PATIENCE)
  return child
}

const configuration = (folder: string, url: string): string => `<?php
foreach (['DB_NAME' => 'wordpress', 'DB_USER' => 'root', 'DB_PASSWORD' => '', 'DB_HOST' => 'localhost:${folder}/socket', 'DB_CHARSET' => 'utf8mb4', 'DB_COLLATE' => '',
  'WP_HOME' => '${url}', 'WP_SITEURL' => '${url}', 'DISABLE_WP_CRON' => true, 'WP_HTTP_BLOCK_EXTERNAL' => true, 'AUTOMATIC_UPDATER_DISABLED' => true] as $name => $value) define($name, $value);
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) define($name, "of a test: $name");
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`

const INSTALL = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Shop', '${ADMIN}', 'ada@shop.example', true, '', '${PASSWORD}');
update_option('users_can_register', 1);
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);
$fault = activate_plugin('vouchsafe/vouchsafe.php');
if (is_wp_error($fault)) { fwrite(STDERR, $fault->get_error_message()); exit(1); }
echo 'installed';
`

/** Mail is not sent from here. */
const NO_MAIL = "<?php add_filter('pre_wp_mail', '__return_true');"

/** A copy with the plug-in in it, as its README says, and an address of its own. */
async function installWordpress(folder: string, url: string): Promise<string> {
  const site = join(folder, 'site')
  cpSync(WORDPRESS, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith('wp-config.php') })
  const plugin = join(site, 'wp-content', 'plugins', 'vouchsafe')
  cpSync(join(repoRoot, 'docs', 'examples', 'wordpress'), plugin, { recursive: true })
  cpSync(join(repoRoot, 'docs', 'examples', 'php', 'verdicts.php'), join(plugin, 'verdicts.php'))
  mkdirSync(join(site, 'wp-content', 'mu-plugins'), { recursive: true })
  writeFileSync(join(site, 'wp-content', 'mu-plugins', 'no-mail.php'), NO_MAIL)
  writeFileSync(join(site, 'wp-config.php'), configuration(folder, url))
  writeFileSync(join(site, 'install.php'), INSTALL)
  const said = await perform(site, requireTool('php'), ['install.php'])
  if (!said.endsWith('installed')) throw new Error(`WordPress: ${said.slice(0, 800)}`)
  rmSync(join(site, 'install.php'))
  return site
}

async function run(stage: Stage): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-wordpress-'))
  const children: Child[] = []
  try {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    children.push(await startDatabase(folder))
    const site = await installWordpress(folder, url)
    const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '4' }
    children.push(startChild(requireTool('php'), ['-S', `127.0.0.1:${port}`, '-t', site], { cwd: site, env }))
    ;(await untilOpen(port, PATIENCE)).destroy()
    const { page } = await stage.page()
    return await checkWordpress({ url, stage, page, name: ADMIN, password: PASSWORD })
  } catch (error) {
    if (error instanceof MissingError) throw error
    const said = children.map((child) => child.output().trim().slice(-600)).join('\n')
    throw new Error(`${error instanceof Error ? error.message : error}\n${said}`)
  } finally {
    await Promise.all(children.map((child) => child.stop('SIGTERM', 3000)))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

export const wordpress: Example = { name: 'wordpress', needs: ['php', 'mariadbd', 'wordpress', 'chromium'], run }
