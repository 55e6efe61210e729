<?php
/**
 * The two questions that this site asks the platform.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** Seconds that a call may take; a room's lease lasts longer. */
const PATIENCE = 5;

/** After so many failures in a row the platform is left alone, for so many seconds after the last one. */
const MOST_FAILURES = 3;
const REST_SECONDS  = 10;

/**
 * Creates a session and answers its id.
 *
 * `p2p.preference` is always sent, because the platform's own default is the opposite of what its server SDKs document. Its words
 * read inverted: `enabled` means relayed.
 *
 * @throws Problem
 */
function create_session( Account $account, string $media_mode ): string {
	$failures = (int) get_transient( 'ot_room_failures' );
	if ( $failures >= MOST_FAILURES ) {
		throw new Problem( 'platform-busy', __( 'The video platform is busy. Try again shortly.', 'ot-room' ), REST_SECONDS );
	}
	$form   = array(
		'archiveMode'    => 'manual',
		'p2p.preference' => 'routed' === $media_mode ? 'disabled' : 'enabled',
	);
	try {
		$answer = json_decode( ask_platform( $account, 'POST', '/session/create', $form ), true );
		$id     = is_array( $answer ) ? ( $answer[0]['session_id'] ?? null ) : null;
		if ( ! is_string( $id ) || '' === $id || strlen( $id ) > 255 ) {
			throw platform_failed();
		}
	} catch ( Problem $problem ) {
		if ( 'platform-refused' !== $problem->problem ) {
			set_transient( 'ot_room_failures', $failures + 1, REST_SECONDS );
		}
		throw $problem;
	}
	if ( $failures > 0 ) {
		delete_transient( 'ot_room_failures' );
	}
	return $id;
}

/**
 * Learns whether the platform takes the credentials, by asking for something small.
 *
 * @throws Problem
 */
function check_credentials( Account $account ): void {
	$project = rawurlencode( $account->application_id() );
	ask_platform( $account, 'GET', "/v2/project/$project/archive?count=1", null );
}

function ask_platform( Account $account, string $method, string $path, ?array $form ): string {
	$origin = setting( 'api_url' );
	$url    = untrailingslashit( '' === $origin ? $account->api_url() : $origin ) . $path;
	$answer = wp_remote_request(
		$url,
		array(
			'method'      => $method,
			'timeout'     => PATIENCE,
			'redirection' => 0,
			'headers'     => $account->authorization() + array( 'Accept' => 'application/json' ),
			'body'        => $form,
		)
	);
	if ( is_wp_error( $answer ) ) {
		throw unreachable( $answer );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	if ( $status >= 200 && $status < 300 ) {
		return wp_remote_retrieve_body( $answer );
	}
	$later = (int) wp_remote_retrieve_header( $answer, 'retry-after' );
	if ( 401 === $status || 403 === $status ) {
		throw new Problem( 'platform-refused', __( 'The video platform refused the credentials of this server. Tell the owner of the site.', 'ot-room' ) );
	}
	if ( 429 === $status || $later > 0 ) {
		throw new Problem( 'platform-busy', __( 'The video platform is busy. Try again shortly.', 'ot-room' ), max( 1, min( $later, 3600 ) ) );
	}
	throw platform_failed();
}

function platform_failed(): Problem {
	return new Problem( 'platform-error', __( 'The video platform failed. Try again.', 'ot-room' ) );
}

function unreachable( \WP_Error $error ): Problem {
	// WordPress has one code for all of it; cURL's number 28 is in the text.
	return str_contains( $error->get_error_message(), 'cURL error 28' )
		? new Problem( 'platform-timeout', __( 'The video platform took too long to answer. Try again.', 'ot-room' ) )
		: new Problem( 'platform-unreachable', __( 'The video platform cannot be reached.', 'ot-room' ) );
}
