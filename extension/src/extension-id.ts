/** The public key that fixes the extension's id, and that id: the same in every build. The private key was not kept. */

/** DER, base64. Chrome takes the id from its SHA-256. */
export const EXTENSION_PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAq0/CzBx/2rkByghhUkrsq0/fKVrRZnKdLn29HQYayTRXsve0vHuoN3CLlXZ90Icv6Fd05Elpj0J8UeRpCgR6CQTvz/dSQgeT92Q/wbo+8X8gQwWFUaFYJdsJ3f782WqNGGd0ZTegmHzBIvhvqPNGpUUDHbaOBjqrt0Gpayi3IvnhWPlXkpLoPaioGG96VUAZY/qMJSbrnApTSOb/vQ7+RRQxICA8y4Xkc5OO2STtGQxgv8AI0QLcvmTF6Gi0o2rWeYo6GLy4AY3ln8fk1/46gK4KGE8kvzL8FgtGpMIxnrgcO8NnTeOj3IG43V5Ti8MgTadTRyuJjV2kYB/QezhwWQIDAQAB';

export const EXTENSION_ID = 'kjhlppfnkigbdhcgdjpddlmdnilonohn';
