<?php
/**
 * What the owner has to mend outside of this plugin: extensions of PHP, and whatever answers in its place.
 *
 * @package OtRoom
 */

namespace OtRoom;

/** Adds a test to Tools > Site Health. */
function add_health_test( array $tests ): array {
	$tests['direct']['ot_room'] = array(
		'label' => __( 'Video rooms', 'ot-room' ),
		'test'  => __NAMESPACE__ . '\test_health',
	);
	return $tests;
}

function test_health(): array {
	$faults = array_filter( array( missing_extensions(), blocked_route() ) );
	return array(
		'label'       => array() === $faults ? __( 'Visitors can join video rooms', 'ot-room' ) : __( 'Some visitors cannot join video rooms', 'ot-room' ),
		'status'      => array() === $faults ? 'good' : 'recommended',
		'badge'       => array(
			'label' => __( 'Video rooms', 'ot-room' ),
			'color' => 'blue',
		),
		'description' => '<p>' . implode( '</p><p>', array_map( 'esc_html', array() === $faults ? array( __( 'PHP has what rooms need, and nothing stands in front of them.', 'ot-room' ) ) : $faults ) ) . '</p>',
		'actions'     => sprintf( '<p><a href="%s">%s</a></p>', esc_url( settings_url() ), esc_html__( 'Settings of video rooms', 'ot-room' ) ),
		'test'        => 'ot_room',
	);
}

/** A sentence about the extensions of PHP that are missing; null where all are there. */
function missing_extensions(): ?string {
	$needed  = array(
		'mbstring' => function_exists( 'mb_strtolower' ),
		'intl'     => class_exists( \Normalizer::class ),
		'openssl'  => 'vonage' !== source() || function_exists( 'openssl_sign' ),
	);
	$missing = array_keys( array_filter( $needed, static fn( bool $there ): bool => ! $there ) );
	if ( array() === $missing ) {
		return null;
	}
	/* translators: %s: names of PHP extensions */
	return sprintf( __( 'PHP lacks %s. Rooms whose names have letters beyond a to z then do not open or are kept apart by their spelling. Ask your host to turn it on.', 'ot-room' ), implode( ', ', $missing ) );
}

/**
 * A sentence about whoever answers in the place of this plugin; null where it answers itself, or where this server cannot ask
 * itself, which says nothing about visitors.
 */
function blocked_route(): ?string {
	if ( 'endpoint' === source() ) {
		return null;
	}
	$url    = rest_url( ROUTES . '/everyone-' . str_repeat( '0', 32 ) . '-0-0/rooms/check/join' );
	$answer = wp_remote_post(
		$url,
		array(
			'timeout'     => 3,
			'redirection' => 0,
			'headers'     => array( 'Content-Type' => 'application/json' ),
			'body'        => '{}',
			'sslverify'   => false,
		)
	);
	if ( is_wp_error( $answer ) ) {
		return null;
	}
	$problem = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( is_array( $problem ) && 'about:blank' === ( $problem['type'] ?? null ) && 'not-allowed' === ( $problem['code'] ?? null ) ) {
		return null;
	}
	/* translators: 1: number such as 403, 2: address */
	return sprintf( __( 'Something else answers %1$s where visitors join (%2$s): a security plugin or a rule of the server. Let it pass requests to /wp-json/ot-room/v1/.', 'ot-room' ), (string) wp_remote_retrieve_response_code( $answer ), $url );
}
