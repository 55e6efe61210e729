<?php
/**
 * Compact JSON Web Tokens (RFC 7515), with the two algorithms that the platform takes.
 *
 * @package OtRoom
 */

namespace OtRoom;

function base64url( string $bytes ): string {
	return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
}

/** Signs claims with what OpenTok calls the API secret. */
function hs256( array $claims, string $secret ): string {
	$text = signed_text( 'HS256', $claims );
	return $text . '.' . base64url( hash_hmac( 'sha256', $text, $secret, true ) );
}

/**
 * Signs claims with the private key of a Vonage application.
 *
 * @throws Problem `server-misconfigured` for a key that cannot be used.
 */
function rs256( array $claims, string $pem ): string {
	$text = signed_text( 'RS256', $claims );
	$key  = function_exists( 'openssl_pkey_get_private' ) ? openssl_pkey_get_private( $pem ) : false;
	if ( false === $key || ! openssl_sign( $text, $signature, $key, OPENSSL_ALGO_SHA256 ) ) {
		throw misconfigured();
	}
	return $text . '.' . base64url( $signature );
}

function signed_text( string $alg, array $claims ): string {
	$header = array( 'alg' => $alg, 'typ' => 'JWT' );
	return base64url( wp_json_encode( $header ) ) . '.' . base64url( wp_json_encode( $claims ) );
}

/** What visitors are told when the owner has something to mend. */
function misconfigured(): Problem {
	return new Problem( 'server-misconfigured', __( 'This server is not set up correctly. Tell the owner of the site.', 'ot-room' ) );
}
