<?php
namespace Vouchsafe\WordPress;

use Vouchsafe\Store;

defined('ABSPATH') || exit;

/** Keys in an option, and what was used in a table of its own: to insert a row that must not be there is atomic. */
final class DatabaseStore implements Store
{
    private const KEYS = 'vouchsafe_keys';

    private static function table(): string
    {
        global $wpdb;
        return $wpdb->prefix . 'vouchsafe_claims';
    }

    /** When the plug-in is activated. */
    public static function install(): void
    {
        global $wpdb;
        $table = self::table();
        $wpdb->query("CREATE TABLE IF NOT EXISTS $table (jti BINARY(32) PRIMARY KEY, expires BIGINT NOT NULL, KEY expires (expires)) {$wpdb->get_charset_collate()}");
    }

    public function load(): ?array
    {
        $kept = get_option(self::KEYS);
        return is_array($kept) ? $kept : null;
    }

    public function save(array $keys): void
    {
        update_option(self::KEYS, $keys, false);
    }

    public function claim(string $jti, int $expires): bool
    {
        global $wpdb;
        $table = self::table();
        $made = $wpdb->query($wpdb->prepare("INSERT IGNORE INTO $table (jti, expires) VALUES (UNHEX(%s), %d)", hash('sha256', $jti), $expires));
        if ($made === false) {
            throw new \RuntimeException('The table of verdicts cannot be written to.');
        }
        if (random_int(1, 100) === 1) {
            $wpdb->query($wpdb->prepare("DELETE FROM $table WHERE expires < %d LIMIT 1000", time()));
        }
        return $made === 1;
    }
}
