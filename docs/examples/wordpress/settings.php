<?php
namespace Vouchsafe\WordPress;

defined('ABSPATH') || exit;

const OPTION = 'vouchsafe';
const PAGE = 'vouchsafe';

/** The forms that can be guarded: name, and whether it is unless somebody says otherwise. */
const FORMS = ['login' => 'Log-in', 'register' => 'Registration', 'lost-password' => 'Lost password', 'comment' => 'Comments'];

function settings(): array
{
    return (array) get_option(OPTION, []) + ['server' => '', 'key' => '', 'forms' => array_keys(FORMS), 'open' => false];
}

function is_set_up(): bool
{
    return settings()['server'] !== '' && settings()['key'] !== '';
}

/** What an administrator may save. Whatever is wrong is said, and left as it was. */
function clean($given): array
{
    $last = settings();
    $given = (array) $given;
    $server = untrailingslashit(esc_url_raw(trim((string) ($given['server'] ?? '')), ['https', 'http']));
    $key = trim((string) ($given['key'] ?? ''));
    if ($server !== '' && !preg_match('#^https?://[^/?\#]+$#i', $server)) {
        add_settings_error(OPTION, 'server', __('The server is an address without a path, such as https://attest.shop.example.', 'vouchsafe'));
        $server = $last['server'];
    }
    if ($key !== '' && !preg_match('/^pk_[\w-]{4,64}$/', $key)) {
        add_settings_error(OPTION, 'key', __('The site key begins with pk_.', 'vouchsafe'));
        $key = $last['key'];
    }
    $forms = array_values(array_intersect(array_keys(FORMS), array_map('strval', (array) ($given['forms'] ?? []))));
    return ['server' => $server, 'key' => $key, 'forms' => $forms, 'open' => !empty($given['open'])];
}

function register_fields(): void
{
    register_setting(PAGE, OPTION, ['type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\clean']);
}

function add_page(): void
{
    add_options_page('Vouchsafe', 'Vouchsafe', 'manage_options', PAGE, __NAMESPACE__ . '\show_page');
}

function show_page(): void
{
    if (!current_user_can('manage_options')) {
        return;
    }
    ['server' => $server, 'key' => $key, 'forms' => $forms, 'open' => $open] = settings();
    ?>
    <div class="wrap">
      <h1>Vouchsafe</h1>
      <form method="post" action="options.php">
        <?php settings_fields(PAGE); // the nonce, which options.php checks ?>
        <table class="form-table" role="presentation">
          <tr>
            <th scope="row"><label for="vouchsafe-server"><?php esc_html_e('Attest-server', 'vouchsafe'); ?></label></th>
            <td><input class="regular-text code" type="url" id="vouchsafe-server" name="vouchsafe[server]" value="<?php echo esc_attr($server); ?>"></td>
          </tr>
          <tr>
            <th scope="row"><label for="vouchsafe-key"><?php esc_html_e('Site key', 'vouchsafe'); ?></label></th>
            <td><input class="regular-text code" id="vouchsafe-key" name="vouchsafe[key]" value="<?php echo esc_attr($key); ?>"></td>
          </tr>
          <tr>
            <th scope="row"><?php esc_html_e('Forms', 'vouchsafe'); ?></th>
            <td><fieldset>
              <?php foreach (FORMS as $name => $label) : ?>
                <label><input type="checkbox" name="vouchsafe[forms][]" value="<?php echo esc_attr($name); ?>" <?php checked(in_array($name, $forms, true)); ?>>
                  <?php echo esc_html($label); ?></label><br>
              <?php endforeach; ?>
            </fieldset></td>
          </tr>
          <tr>
            <th scope="row"><?php esc_html_e('When keys cannot be read', 'vouchsafe'); ?></th>
            <td><label><input type="checkbox" name="vouchsafe[open]" value="1" <?php checked($open); ?>>
              <?php esc_html_e('Let forms pass that cannot be judged. Those without a verdict never pass.', 'vouchsafe'); ?></label></td>
          </tr>
        </table>
        <?php submit_button(); ?>
      </form>
    </div>
    <?php
}
