/**
 * The commits of client-go whose behaviour does not follow from their date.
 * Found by reading `InClusterConfig` and `TransportConfig` in all 7,939 commits reachable from the branches and tags of
 * https://github.com/kubernetes/client-go; each is the first twelve digits of the commit.
 */

/** Dated at or after the fix of 2019-05-14, but without it: release branches that got it later, tags of older code. */
export const READS_ONCE_AFTER_THE_FIX: ReadonlySet<string> = new Set([
  'dd7f3ad83f18',
  '78e94f51a042',
  '88d756b975d6',
  'ae8359b20417', // 1.14.2
  'd9857e2e8027',
  '921a716ae8da', // 1.15.0-alpha.1
  '42f9eb3046f9', // 1.16.0-alpha.0
  '1d38c5b5fbbc',
  'd426adfcaca8',
  'd014f46af78e', // 1.15.0-beta.0
  'b2fcf6bb0394',
  '32a6ebfbede3' // v1.5.2
])

/**
 * Commits that read the file again every five minutes (kubernetes/kubernetes#67359), 2018-09-02 to 2019-01-10. Commits
 * of other branches with the same dates read it once, so each commit is listed. Commits outside of all branches and
 * tags are missing.
 */
export const RELOADS_EVERY_FIVE_MINUTES: ReadonlySet<string> = new Set(
  `
  f06dbfd73543 1bb88b0329ce 37c3c02ec965 227cb5081d61 173ad5fde8e4 20034be40228 86dcffcddee1 b4527731f15b
  539ab164ee8e 780aa459ed9e 1fb328fb3326 8f44824f9b39 5b1220ffefb3 f91e48d7cff0 7f726ce02d09 ca74aedde1ee
  93821fae8052 3e32c8333043 c99ff00c5d44 2126806484ab 8ad43087cf14 33124a8148e1 e39833ec3c5d 087039522ddd
  a5d40177db18 4d3c94690f78 44e7f0ea193b bb17ab6ef178 e2bc6cda8da5 f95740e17102 508ef814cc1c 9d61d93378cd
  c49eef9ec85d cb0e33492f3c fc239b820367 78bf9020c4ad aa75b7764b7e a0aefdd1eb53 3e116d45271a 1638f8970cef
  1d3869eff2a3 9c8160489419 e7716c6dc574 cb4883f3dea0 1f8420dc261f 672cf70624bc ba3e01d473d8 2ccedc1ac864
  7f0192792d56 f3fa17a20765 dcf16a0f3b52 79cc61940109 6c1248a47f4e 9b03088ac34f f1576713572d 7571b2924a4a
  cbd9965a0e71 70926af6e803 5e167e7c1e8a 80f980e507e3 c4e862c05acd 982e3f55001f d355f0b411df e7898cb3b541
  045bdd8bd8f4 585e98112a2f 13596e875acc c8c30ced287c 0d0d5b2832a5 bf181536cb4d 315e03f5e13d 855e624bb96f
  ddab801f99a1 05d4e2f0fd65 e8d832bc5e6b ecf1ee491e2e 6054fbfc6590 193c4639ffa2 d7e5e537ca35 eadee0c4540e
  e6341db955e2 3d0291ef797f b1c1d2e7ca76 e46ee4cfd398 1f45ff1aa5b5 38be6cb053df 95de409bddc9 ee7a1ba5cdf1
  d4d6a69313da b5f2e1aa4f76 c4b39e79529e d56d3df33a99 d97da3df6f41 347ed2dc64c9 1836361180cb 1f6887366864
  e9ae4fad335f 778b92062ab0 130cbb7b444c a27488ec944d 4ed618c60934 9a85277e6815 79203b61db19 9bea17718df8
  3859b525268e f365f3ce2190 5a58551eb0cd 5ed0a48d9d0c dba3bbbd4b16 acc621f88da0 4e63d755dcde 46a8dc78ec29
  3dda0e178874 99faa9d1418f 8abb21031259 a47917edff34 d082d5923d3c 01c3dc91a23d 05cbc6e58d91 02f343fb2703
  691e95f070c2 b2d26f285639 4bfa0bdae855 7d662d11545b e64494209f55 01eda157bc99 49478befba46 5e6a3d4e34f6
  7bee181585cb
  `
    .trim()
    .split(/\s+/)
)
