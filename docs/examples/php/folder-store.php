<?php
namespace Vouchsafe;

/** In a folder that nobody but this program may write to: who can write keys there signs verdicts. */
final class FolderStore implements Store
{
    public function __construct(private string $folder)
    {
        if (!is_dir("$folder/claims") && !@mkdir("$folder/claims", 0700, true) && !is_dir("$folder/claims")) {
            throw new \RuntimeException("$folder cannot be made.");
        }
    }

    public function load(): ?array
    {
        $kept = @file_get_contents("$this->folder/keys.json");
        return $kept === false ? null : json_decode($kept, true);
    }

    public function save(array $keys): void
    {
        // Written beside and moved: whoever reads gets a whole file.
        $file = tempnam($this->folder, 'keys');
        file_put_contents($file, json_encode($keys));
        rename($file, "$this->folder/keys.json");
    }

    public function claim(string $jti, int $expires): bool
    {
        $file = "$this->folder/claims/" . hash('sha256', $jti);
        // To make a file that must not be there is atomic.
        $made = @fopen($file, 'x');
        if ($made === false) {
            return file_exists($file) ? false : throw new \RuntimeException('The folder cannot be written to.');
        }
        fclose($made);
        touch($file, $expires);
        if (random_int(1, 100) === 1) {
            $this->forgetExpired();
        }
        return true;
    }

    private function forgetExpired(): void
    {
        foreach (glob("$this->folder/claims/*") ?: [] as $file) {
            if (@filemtime($file) < time()) {
                @unlink($file);
            }
        }
    }
}
