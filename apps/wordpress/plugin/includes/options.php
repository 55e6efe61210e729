<?php
/**
 * What the site has been told: in wp-config.php, which goes first, or on the settings page.
 *
 * @package OtRoom
 */

namespace OtRoom;

const OPTION = 'ot_room';

/** Every setting, its default, and the constant that stands above it. Those of `CONSTANTS` are set there and nowhere else. */
const SETTINGS = array(
	'source'         => array( 'opentok', null ),
	'api_key'        => array( '', 'OT_ROOM_API_KEY' ),
	'api_secret'     => array( '', 'OT_ROOM_API_SECRET' ),
	'application_id' => array( '', 'OT_ROOM_APPLICATION_ID' ),
	'private_key'    => array( '', 'OT_ROOM_PRIVATE_KEY' ),
	'endpoint'       => array( '', 'OT_ROOM_ENDPOINT' ),
	'media_mode'     => array( 'relayed', null ),
	'opentok_url'    => array( '', 'OT_ROOM_OPENTOK_URL' ),
	'api_url'        => array( '', 'OT_ROOM_API_URL' ),
	'proxy_url'      => array( '', 'OT_ROOM_PROXY_URL' ),
);

/** On no form: where this server sends its requests and where visitors' signalling goes. */
const CONSTANTS = array( 'api_url', 'proxy_url' );

function setting( string $name ): string {
	list( $default, $constant ) = SETTINGS[ $name ];
	if ( null !== $constant && defined( $constant ) ) {
		return (string) constant( $constant );
	}
	if ( in_array( $name, CONSTANTS, true ) ) {
		return $default;
	}
	$stored = get_option( OPTION, array() );
	return is_array( $stored ) && isset( $stored[ $name ] ) ? (string) $stored[ $name ] : $default;
}

/** Whether wp-config.php decides, so that the settings page cannot. */
function is_fixed( string $name ): bool {
	$constant = SETTINGS[ $name ][1];
	return null !== $constant && defined( $constant );
}

/** Where tokens come from: `opentok` or `vonage` (this site makes them), or `endpoint` (a backend does). */
function source(): string {
	if ( is_fixed( 'endpoint' ) ) {
		return 'endpoint';
	}
	if ( is_fixed( 'application_id' ) ) {
		return 'vonage';
	}
	return is_fixed( 'api_key' ) ? 'opentok' : setting( 'source' );
}

/** Whether there is everything that it takes to let somebody in. */
function is_set_up(): bool {
	switch ( source() ) {
		case 'endpoint':
			return '' !== setting( 'endpoint' );
		case 'vonage':
			return '' !== setting( 'application_id' ) && '' !== setting( 'private_key' );
		default:
			return '' !== setting( 'api_key' ) && '' !== setting( 'api_secret' );
	}
}
