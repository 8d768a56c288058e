<?php
/**
 * Plugin Name: Vouchsafe
 * Description: Asks for a verdict of your own attest-server at log-in, registration, lost password and comments.
 * Version: 0.1.0
 * Requires at least: 6.0
 * Requires PHP: 8.0
 * License: Apache-2.0
 */

namespace Vouchsafe\WordPress;

defined('ABSPATH') || exit;

require __DIR__ . '/verdicts.php';
require __DIR__ . '/database-store.php';
require __DIR__ . '/settings.php';
require __DIR__ . '/forms.php';

register_activation_hook(__FILE__, [DatabaseStore::class, 'install']);
add_action('admin_init', __NAMESPACE__ . '\register_fields');
add_action('admin_menu', __NAMESPACE__ . '\add_page');

// A way back in for whoever has locked themselves out: define('VOUCHSAFE_OFF', true) in wp-config.php.
if (is_set_up() && !(defined('VOUCHSAFE_OFF') && constant('VOUCHSAFE_OFF'))) {
    guard_forms();
}
