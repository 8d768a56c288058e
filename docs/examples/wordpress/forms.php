<?php
namespace Vouchsafe\WordPress;

use Vouchsafe\{Refused, Verdicts};
use WP_Error;

defined('ABSPATH') || exit;

/** What cannot be judged, through no fault of the visitor's. */
const OUTAGES = ['keys-unavailable', 'store-unavailable'];

/** The filters of the forms that are guarded, and the script on their pages. */
function guard_forms(): void
{
    foreach (['login_enqueue_scripts', 'wp_enqueue_scripts'] as $hook) {
        add_action($hook, __NAMESPACE__ . '\enqueue');
    }
    add_filter('script_loader_tag', __NAMESPACE__ . '\add_key', 10, 2);
    $guards = [
        // After the password: the answer must not tell whether that was right.
        'login' => fn () => add_filter('authenticate', __NAMESPACE__ . '\guard_login', 99),
        'register' => fn () => add_filter('registration_errors', fn ($errors) => add_refusal($errors, 'register')),
        'lost-password' => fn () => add_action('lostpassword_post', fn ($errors) => add_refusal($errors, 'lost-password')),
        'comment' => fn () => add_action('pre_comment_on_post', __NAMESPACE__ . '\guard_comment'),
    ];
    foreach (settings()['forms'] as $form) {
        $guards[$form]();
    }
}

function enqueue(): void
{
    wp_enqueue_script('vouchsafe', settings()['server'] . '/collector.js', [], null, false);
    wp_enqueue_script('vouchsafe-forms', plugins_url('forms.js', __FILE__), [], '0.1.0', true);
}

/** WordPress writes the tag; the site key goes into it. */
function add_key(string $tag, string $handle): string
{
    return $handle === 'vouchsafe' ? str_replace(' src=', sprintf(' async data-key="%s" src=', esc_attr(settings()['key'])), $tag) : $tag;
}

/** Why a form is refused, or null. Asked once for each request: a verdict counts once. */
function refusal_of(string $action): ?string
{
    static $refusal = [];
    if (!array_key_exists($action, $refusal)) {
        $refusal[$action] = judge($action);
        if ($refusal[$action] !== null) {
            header('Vouchsafe-Reason: ' . $refusal[$action]);
        }
    }
    return $refusal[$action];
}

function judge(string $action): ?string
{
    ['server' => $server, 'key' => $key, 'open' => $open] = settings();
    $origin = preg_replace('#^(https?://[^/]+).*$#i', '$1', home_url());
    $verdicts = new Verdicts($server, $key, $origin, new DatabaseStore());
    try {
        // WordPress adds slashes to what was posted; a token has nothing that they would change. It is no password: nothing is done on its word but what the form asks for.
        $verdicts->verify(isset($_POST['vouchsafe-token']) ? wp_unslash($_POST['vouchsafe-token']) : null, $action);
        return null;
    } catch (Refused $refused) {
        return $open && in_array($refused->getMessage(), OUTAGES, true) ? null : $refused->getMessage();
    }
}

function refusal_text(string $reason): string
{
    return sprintf(
        /* translators: %s: a code such as "missing" */
        __('We could not tell that this was sent by a person (%s). Please go back and send it again; JavaScript has to be on.', 'vouchsafe'),
        esc_html($reason)
    );
}

/** Of wp-login.php alone: application passwords, XML-RPC and the REST API are no forms, and no browser is there to ask. */
function guard_login($user)
{
    $is_form = did_action('login_init') > 0 && ($_SERVER['REQUEST_METHOD'] ?? '') === 'POST';
    $reason = $is_form ? refusal_of('login') : null;
    return $reason === null ? $user : new WP_Error('vouchsafe', refusal_text($reason));
}

function add_refusal(WP_Error $errors, string $action): WP_Error
{
    $reason = refusal_of($action);
    if ($reason !== null) {
        $errors->add('vouchsafe', refusal_text($reason));
    }
    return $errors;
}

function guard_comment(): void
{
    $reason = refusal_of('comment');
    if ($reason !== null) {
        wp_die(esc_html(refusal_text($reason)), '', ['response' => 403, 'back_link' => true]);
    }
}
