<?php
/**
 * Whoever pays for the sessions: an OpenTok project or a Vonage application.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** Proves to the platform who calls it, and signs the tokens of visitors. */
interface Account {
	/** What OpenTok.js takes first in `initSession`. */
	public function application_id(): string;
	/** The platform's address, without a slash at its end. */
	public function api_url(): string;
	/** The headers that prove it, as a map; they last less than five minutes, the platform's limit. */
	public function authorization(): array;
	/** Signs what a visitor may do: session_id, role, issued, expires (both in seconds), and maybe data. */
	public function token( array $grant ): string;
}

/** An OpenTok project signs everything with its API secret. */
final class Project implements Account {

	public function __construct( private string $key, private string $secret ) {}

	public function application_id(): string {
		return $this->key;
	}

	public function api_url(): string {
		return 'https://api.opentok.com';
	}

	public function authorization(): array {
		$claims = array( 'iss' => $this->key, 'ist' => 'project' ) + rest_lifetime();
		return array( 'X-OPENTOK-AUTH' => hs256( $claims, $this->secret ) );
	}

	public function token( array $grant ): string {
		$claims = array(
			'iss'         => $this->key,
			'ist'         => 'project',
			'iat'         => $grant['issued'],
			'exp'         => $grant['expires'],
			'create_time' => $grant['issued'],
			'expire_time' => $grant['expires'],
			'nonce'       => bin2hex( random_bytes( 16 ) ),
		);
		return hs256( $claims + visitor_claims( $grant ), $this->secret );
	}
}

/** A Vonage application signs everything with its private key. */
final class Application implements Account {

	public function __construct( private string $id, private string $pem ) {}

	public function application_id(): string {
		return $this->id;
	}

	public function api_url(): string {
		return 'https://video.api.vonage.com';
	}

	public function authorization(): array {
		$claims = array( 'application_id' => $this->id ) + rest_lifetime();
		return array( 'Authorization' => 'Bearer ' . rs256( $claims, $this->pem ) );
	}

	public function token( array $grant ): string {
		$claims = array(
			'application_id' => $this->id,
			'iat'            => $grant['issued'],
			'exp'            => $grant['expires'],
			'jti'            => wp_generate_uuid4(),
			'sub'            => 'video',
			'acl'            => array( 'paths' => array( '/session/**' => (object) array() ) ),
		);
		return rs256( $claims + visitor_claims( $grant ), $this->pem );
	}
}

/**
 * The account that the settings name.
 *
 * @throws Problem `server-misconfigured` where there is none.
 */
function account(): Account {
	if ( ! is_set_up() || 'endpoint' === source() ) {
		throw misconfigured();
	}
	return 'vonage' === source()
		? new Application( setting( 'application_id' ), private_key( setting( 'private_key' ) ) )
		: new Project( setting( 'api_key' ), setting( 'api_secret' ) );
}

/** In a constant, a key's lines are often written with `\n`, sometimes doubled or with `\r`, and with quotes around them. */
function private_key( string $given ): string {
	$lines = preg_replace( array( '/\\\\+r(?=\\\\+n)|\r/', '/\\\\+n/' ), array( '', "\n" ), $given );
	return trim( (string) $lines, "\"' \t\n" );
}

/** What both kinds of token say of a visitor. */
function visitor_claims( array $grant ): array {
	$claims = array(
		'scope'                     => 'session.connect',
		'session_id'                => $grant['session_id'],
		'role'                      => $grant['role'],
		'initial_layout_class_list' => '',
	);
	return isset( $grant['data'] ) ? $claims + array( 'connection_data' => $grant['data'] ) : $claims;
}

/** It begins in the past, since the platform refuses what was issued "in the future" without any leeway. */
function rest_lifetime(): array {
	return array( 'iat' => time() - 10, 'exp' => time() + 170, 'jti' => wp_generate_uuid4() );
}
