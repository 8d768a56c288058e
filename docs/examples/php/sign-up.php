<?php
require __DIR__ . '/verdicts.php';
require __DIR__ . '/folder-store.php';

use Vouchsafe\{FolderStore, Refused, Verdicts};

$verdicts = new Verdicts(
    server: getenv('VOUCHSAFE_URL'),
    siteKey: getenv('VOUCHSAFE_KEY'),
    origin: getenv('SITE_ORIGIN'),
    store: new FolderStore(getenv('VOUCHSAFE_STORE')),
    jwks: getenv('VOUCHSAFE_JWKS') ?: null,
);
header('Content-Type: application/json');
try {
    $verdict = $verdicts->verify($_POST['vouchsafe-token'] ?? null, 'sign-up');
} catch (Refused $refused) {
    http_response_code(403);
    header('Vouchsafe-Reason: ' . $refused->getMessage());
    exit(json_encode(['reason' => $refused->getMessage()]));
}
echo json_encode(['welcome' => $_POST['email'] ?? '', 'score' => $verdict['score']]);
